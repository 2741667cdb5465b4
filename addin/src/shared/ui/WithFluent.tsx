import { lazy, Suspense, type ReactNode } from "react";
import { Waiting } from "./Loading";

const Fluent = lazy(() => import("./Fluent"));

/** What is drawn with Fluent's own components, in a pane whose first screen does without them. */
export const WithFluent = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Waiting />}>
    <Fluent>{children}</Fluent>
  </Suspense>
);
