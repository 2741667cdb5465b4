import { Button, Text } from "@fluentui/react-components";
import type { Pass } from "../../api/inspection";
import { formatDay } from "../../shared/format";
import { href } from "../../shared/router";
import { useLanguage, useText } from "../../shared/text";
import { Table } from "../../shared/ui/Table";
import { inspectionText } from "./text";

interface PassesProps {
  passes: readonly Pass[];
  /** Shown where the asker holds the passes. */
  mine?: boolean;
  onRevoke?: (pass: Pass) => void;
}

export function Passes({ passes, mine = false, onRevoke }: PassesProps) {
  const t = useText(inspectionText);
  const language = useLanguage();
  if (passes.length === 0) return <Text>{t.noPasses}</Text>;
  return (
    <Table
      label={t.passes}
      rows={passes}
      rowKey={(pass) => pass.id}
      columns={[
        { key: "school", header: t.schoolName, heads: true, cell: (pass) => pass.schoolName },
        { key: "holder", header: t.holder, nowrap: true, cell: (pass) => pass.holderName },
        { key: "portfolios", header: t.portfolios, cell: (pass) => [pass.schoolPortfolio ? t.school : null, pass.personalPortfolios ? t.personal : null].filter(Boolean).join("、") },
        { key: "days", header: t.days, nowrap: true, cell: (pass) => `${formatDay(pass.from, language)}—${formatDay(pass.until, language)}` },
        { key: "purpose", header: t.purpose, cell: (pass) => pass.purpose },
        { key: "state", header: t.state, nowrap: true, cell: (pass) => t[pass.state] },
        { key: "by", header: t.by, nowrap: true, cell: (pass) => pass.issuedBy },
        { key: "count", header: t.count, align: "end", cell: (pass) => pass.readings },
        {
          key: "actions",
          header: <span className="visually-hidden">{t.open}</span>,
          nowrap: true,
          cell: (pass) => (
            <>
              {mine && pass.state === "in-force" && (
                <>
                  <a href={href(["inspection", pass.schoolId])} aria-label={t.openLabel(pass.schoolName)}>
                    {t.open}
                  </a>{" "}
                  {pass.schoolPortfolio && <a href={href(["inspection", pass.schoolId, "attendance"])}>{t.marks}</a>}
                </>
              )}
              {onRevoke && (pass.state === "in-force" || pass.state === "coming") && (
                <Button size="small" onClick={() => onRevoke(pass)}>
                  {t.revoke}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
