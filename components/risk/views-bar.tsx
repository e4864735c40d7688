import { useTranslations } from "next-intl";
import { ChipLinks } from "@/components/ui/chip-links";
import type { SavedView } from "@/lib/views/saved-view";
import { type LeaderboardSearch, leaderboardQuery } from "./leaderboard-href";
import { type ViewActions, ViewTools } from "./view-tools";

type ViewsBarProps = Readonly<{
  search: LeaderboardSearch;
  views: readonly SavedView[];
  mayShare: boolean;
  actions: ViewActions;
}>;

/** The views that one can open, and what to do with the one that is open; a change that is not saved is said. */
export function ViewsBar({ search, views, mayShare, actions }: ViewsBarProps) {
  const t = useTranslations("board.views");
  const query = leaderboardQuery(search, { view: null });
  const current = views.find((view) => String(view.id) === search.view);
  const changed = current !== undefined && current.query !== query;
  const items = [
    { href: "/risk?view=all", label: t("all"), current: current === undefined && query === "" },
    ...views.map((view) => ({
      href: `/risk?${view.query}${view.query && "&"}view=${view.id}`,
      current: view.id === current?.id,
      label: (
        <>
          <bdi className="max-w-48 truncate">{view.name}</bdi>
          {view.by ? <span className="text-faint">{t("by", { name: view.by })}</span> : null}
          {view.isDefault ? <span className="text-faint">{t("isDefault")}</span> : null}
        </>
      ),
    })),
  ];
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      {views.length > 0 ? <ChipLinks label={t("label")} items={items} /> : null}
      {changed ? (
        <p role="status" className="text-sm text-muted">
          {t("unsaved", { name: current.name })}
        </p>
      ) : null}
      <ViewTools
        key={`${search.view} ${query}`}
        query={query}
        view={current ?? null}
        changed={changed}
        mayShare={mayShare}
        actions={actions}
        words={wordsOf()}
      />
    </div>
  );

  function wordsOf() {
    const names = [
      "save",
      "saveNew",
      "update",
      "manage",
      "name",
      "share",
      "shareHint",
      "cancel",
      "apply",
      "remove",
      "makeDefault",
      "noDefault",
    ] as const;
    return Object.fromEntries(names.map((name) => [name, t(name)])) as Record<(typeof names)[number], string>;
  }
}
