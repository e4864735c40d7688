import api from "./messages/de/api.json";
import auth from "./messages/de/auth.json";
import board from "./messages/de/board.json";
import brief from "./messages/de/brief.json";
import common from "./messages/de/common.json";
import defaults from "./messages/de/defaults.json";
import entries from "./messages/de/entries.json";
import errors from "./messages/de/errors.json";
import held from "./messages/de/held.json";
import home from "./messages/de/home.json";
import hooks from "./messages/de/hooks.json";
import imports from "./messages/de/imports.json";
import journey from "./messages/de/journey.json";
import judgements from "./messages/de/judgements.json";
import kinds from "./messages/de/kinds.json";
import ledger from "./messages/de/ledger.json";
import models from "./messages/de/models.json";
import people from "./messages/de/people.json";
import reasons from "./messages/de/reasons.json";
import risk from "./messages/de/risk.json";
import rules from "./messages/de/rules.json";
import sentences from "./messages/de/sentences.json";
import settings from "./messages/de/settings.json";
import shell from "./messages/de/shell.json";
import training from "./messages/de/training.json";

/** Every text a person can see, in German, under the keys of English: a test compares the two. Besides, the sentences of the server. */
export const germanMessages = {
  ...api,
  ...auth,
  ...board,
  ...brief,
  ...common,
  ...defaults,
  ...entries,
  ...errors,
  ...held,
  ...home,
  ...hooks,
  ...imports,
  ...journey,
  ...judgements,
  ...kinds,
  ...ledger,
  ...people,
  ...reasons,
  ...models,
  ...risk,
  ...rules,
  ...sentences,
  ...settings,
  ...shell,
  ...training,
};
