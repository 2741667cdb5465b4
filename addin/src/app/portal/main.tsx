import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../../shared/base.css";
import { Portal } from "./Portal";
import { announceSignedIn, isSignedInReturn } from "./signedIn";

const root = document.getElementById("root");
if (isSignedInReturn()) {
  announceSignedIn();
  window.close();
} else if (root) {
  createRoot(root).render(
    <StrictMode>
      <Portal />
    </StrictMode>,
  );
}
