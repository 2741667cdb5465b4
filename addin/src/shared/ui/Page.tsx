import { useEffect, type ReactNode } from "react";
import { Title2 } from "../light/Texts";
import styles from "./Page.module.css";

interface PageProps {
  title: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of one screen: its title (also the window's), its actions, its body. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · CadreDocs`;
  }, [title]);
  return (
    <div className={styles["page"]}>
      {/* No header element: where this stands outside of main it would be a second banner. */}
      <div className={styles["head"]}>
        <div className={styles["titles"]}>
          <Title2 as="h1">{title}</Title2>
          {lead && <p className={styles["lead"]}>{lead}</p>}
        </div>
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
