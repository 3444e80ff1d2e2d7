export default function globalSetup(): void {
  return;
}
