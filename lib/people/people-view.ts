/** What is known of the people of a customer. Days are ISO dates. */
export type PeopleView = Readonly<{
  /** Who decides first, who has left last. */
  contacts: readonly Readonly<{
    id: number;
    name: string;
    role: string;
    email: string;
    phone: string;
    decidesHere: boolean;
    leftOn: string | null;
  }>[];
  preferences: readonly Readonly<{ id: number; text: string }>[];
  /** The next one first; what is over comes last, the latest first. */
  milestones: readonly Readonly<{
    id: number;
    title: string;
    happensOn: string;
    yearly: boolean;
    /** The day on which it comes next, or came last. */
    nextOn: string;
    isOver: boolean;
  }>[];
}>;
