import Link from "next/link";
import type { ReactNode } from "react";
import { Piece } from "@/components/ui/piece";
import { BrandMark } from "./brand-mark";
import { type NavItem, NavLinks } from "./nav-links";

type ShellProps = Readonly<{
  product: string;
  organisationName: string;
  skipToContent: string;
  navigation: string;
  items: readonly NavItem[];
  /** Search, and the keys that work everywhere. */
  commands: ReactNode;
  memberMenu: ReactNode;
  children: ReactNode;
}>;

/** The frame of every page behind the sign-in: a quiet column at the left, or a bar above and below on a phone. */
export function Shell({
  product,
  organisationName,
  skipToContent,
  navigation,
  items,
  commands,
  memberMenu,
  children,
}: ShellProps) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:z-50"
      >
        {skipToContent}
      </a>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-b border-line bg-paper px-3 lg:h-dvh lg:flex-col lg:items-stretch lg:gap-4 lg:border-e lg:border-b-0 lg:px-3 lg:py-5 print:hidden">
        <Link href="/" className="flex min-w-0 flex-1 items-center gap-2.5 px-2 text-ink no-underline lg:flex-none">
          <BrandMark className="size-7 shrink-0" />
          <span className="grid min-w-0">
            <span className="story text-lg leading-5 font-semibold">{product}</span>
            <span className="truncate text-xs text-faint">{organisationName}</span>
          </span>
        </Link>
        <Piece>
          {commands}
          <NavLinks label={navigation} items={items} />
          {memberMenu}
        </Piece>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-24 outline-none sm:px-6 lg:px-10 lg:pt-8 lg:pb-14"
      >
        <div className="max-w-[1440px]">
          <Piece>{children}</Piece>
        </div>
      </main>
    </div>
  );
}
