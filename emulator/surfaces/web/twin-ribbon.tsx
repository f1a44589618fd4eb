/** Says on every page what this is, so that nobody takes it for the product. */
export function TwinRibbon() {
  return (
    <div class="ribbon">
      <b>Expressway Twin</b> – an emulation for training and tests, not affiliated with Cisco
    </div>
  );
}
