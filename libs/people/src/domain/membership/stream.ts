/** The one stream of the roles of a partnership's people: `north-lanarkshire/people/north-lanarkshire`. */
export function peopleStream(partnership: string): string {
  return `${partnership}/people/${partnership}`;
}
