import type { ErrorInfo, ReactNode } from "react";
import { Component } from "react";
import { useHouseT } from "./i18n/use-t.ts";
import { Button } from "./light/Button.tsx";
import { RequestId } from "./light/ErrorState.tsx";
import styles from "./light/States.module.css";

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Where the report goes; the id is shown to the viewer and belongs in it. */
  onError?: (error: unknown, report: { id: string; componentStack: string | null }) => void;
  /** Changing it (the route) gives the children another chance. */
  resetKey?: string;
}

interface ErrorBoundaryState {
  readonly id: string | null;
  readonly resetKey: string | undefined;
}

function idOf(error: unknown): string {
  const carried = typeof error === "object" && error !== null && "requestId" in error ? error.requestId : null;
  return typeof carried === "string" ? carried : crypto.randomUUID();
}

/** Catches what a page throws while drawing: the rest of the app stays, the viewer gets an id to report. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { id: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { id: idOf(error) };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { id: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, { id: this.state.id ?? "", componentStack: info.componentStack ?? null });
  }

  override render(): ReactNode {
    return this.state.id === null ? this.props.children : <CrashState id={this.state.id} />;
  }
}

function CrashState({ id }: { id: string }) {
  const t = useHouseT();
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{t("error.crash")}</p>
      <p className={styles.reason}>{t("error.crashHint")}</p>
      <div className={styles.actions}>
        <Button onClick={() => location.reload()}>{t("error.reload")}</Button>
      </div>
      <RequestId id={id} />
    </div>
  );
}
