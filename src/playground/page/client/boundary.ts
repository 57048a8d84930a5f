// Keeps a failure where it happened: a message that cannot be drawn leaves the rest of the page as it is.
import { Component, type ComponentChildren } from 'preact';
import { html } from './html.ts';

interface Props {
  readonly children?: ComponentChildren;
}

export class Boundary extends Component<Props, { readonly failed: string | null }> {
  override state = { failed: null };

  static override getDerivedStateFromError(thrown: unknown) {
    return { failed: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  /** Something else to draw is a new chance. */
  override componentDidUpdate({ children }: Props) {
    if (this.state.failed !== null && children !== this.props.children) this.setState({ failed: null });
  }

  override render() {
    const { failed } = this.state;
    return failed === null ? this.props.children : html`<p class="undrawn">This cannot be drawn here: ${failed}</p>`;
  }
}
