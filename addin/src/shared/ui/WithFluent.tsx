import { Suspense, type ReactNode } from "react";
import { later } from "../later";
import { Waiting } from "./Loading";

const Fluent = later(() => import("./Fluent"));

/** What is drawn with Fluent's own components, in a pane whose first screen does without them. */
export const WithFluent = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Waiting />}>
    <Fluent>{children}</Fluent>
  </Suspense>
);
