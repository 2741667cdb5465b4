import type { Session } from "../../api/session";
import { PaneDuties } from "./PaneDuties";

export default function ExcelPane({ session }: { session: Session }) {
  return <PaneDuties session={session} />;
}
