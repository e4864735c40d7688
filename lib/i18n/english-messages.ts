import api from "./messages/en/api.json";
import auth from "./messages/en/auth.json";
import board from "./messages/en/board.json";
import brief from "./messages/en/brief.json";
import common from "./messages/en/common.json";
import defaults from "./messages/en/defaults.json";
import entries from "./messages/en/entries.json";
import errors from "./messages/en/errors.json";
import held from "./messages/en/held.json";
import home from "./messages/en/home.json";
import hooks from "./messages/en/hooks.json";
import imports from "./messages/en/imports.json";
import journey from "./messages/en/journey.json";
import judgements from "./messages/en/judgements.json";
import kinds from "./messages/en/kinds.json";
import ledger from "./messages/en/ledger.json";
import models from "./messages/en/models.json";
import people from "./messages/en/people.json";
import reasons from "./messages/en/reasons.json";
import risk from "./messages/en/risk.json";
import rules from "./messages/en/rules.json";
import settings from "./messages/en/settings.json";
import shell from "./messages/en/shell.json";
import training from "./messages/en/training.json";

/** Every text a person can see, one namespace per file. */
export const englishMessages = {
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
  ...settings,
  ...shell,
  ...training,
};
