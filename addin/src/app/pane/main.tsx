import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "virtual:theme.css";
import "../../shared/base.css";
import { Pane } from "./Pane";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Pane />
    </StrictMode>,
  );
}
