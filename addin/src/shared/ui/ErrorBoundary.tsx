import { Component, type ReactNode } from "react";
import { ProblemBar } from "./ProblemBar";

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Keeps the rest of the page alive when one screen fails; a new key begins again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <ProblemBar problem={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
