/** The one stream of a partnership itself: `north-lanarkshire/partnership/north-lanarkshire`. */
export function partnershipStream(partnership: string): string {
  return `${partnership}/partnership/${partnership}`;
}
