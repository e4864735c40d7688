/** Sentences for contracts, markets and promises, by kind of touchpoint. Slots are filled by `writeNote`. */
export const CHANGE_NOTES: Readonly<Record<string, readonly string[]>> = {
  "price-increase": [
    "List price up by {percent}% from the next renewal.",
    "New price list announced: plus {percent}%.",
    "Discount of the first years ends; in effect {percent}% more.",
  ],
  "price-relief-request": [
    "{contact} asks whether the price can stay as it was.",
    "Wants {percent}% off or a smaller plan.",
    "Asks to pause payment for a quarter.",
  ],
  "unoffered-service-request": [
    "Asks for rail slots, which we do not offer.",
    "Needs temperature records in the {module}; we have none.",
    "{contact} wants one tool for transport tenders as well.",
    "Asked for a version in their own data centre.",
  ],
  "downgrade-request": ["Wants to go down one plan.", "{contact} asks for the plan without the {module}."],
  "cancellation-terms-asked": [
    "{contact} asked how long the notice period is.",
    "Purchasing wants a copy of the contract and its end date.",
    "Asked in what form the data can be taken along.",
  ],
  "auto-renewal-off": ["Automatic renewal switched off by {contact}.", "Renewal set to manual, no reason given."],
  "contract-notice": [
    "Notice by letter, signed by two managers.",
    "{contact} gave notice by e-mail and thanked the team.",
    "Notice to the end of the term.",
  ],
  "contract-signed": ["Signed for one year.", "{contact} signed after a pilot at the {site}."],
  "renewal-signed": [
    "Renewed for another year.",
    "Renewed on the same terms.",
    "{contact} renewed without a question.",
  ],
  "plan-upgraded": ["Moved up one plan.", "Upgraded so that the {site} gets the {module}."],
  "competitor-price": [
    "{contact} has an offer {percent}% below ours.",
    "A competitor offers the first year at half price.",
    "Purchasing compares three suppliers; we are the dearest by {percent}%.",
  ],
  "new-competitor": [
    "A local supplier showed them its {module}.",
    "They are testing another tool at the {site}.",
    "{contact} saw a demo at a trade fair.",
  ],
  "merger-acquisition": [
    "Bought by a larger group, closing in {count} months.",
    "Merges with a competitor of about the same size.",
    "New majority owner from the same trade.",
  ],
  "new-decision-maker": [
    "{contact} is the new head of logistics and decides on tools.",
    "Purchasing is now central; our new contact is {contact}.",
    "{contact} took over the budget and wants to review all suppliers.",
  ],
  "new-management": [
    "New managing director since the first of the month.",
    "{contact} joined the board for operations.",
  ],
  layoffs: ["{count} jobs at the {site} are to go.", "Hours at the {site} cut for the rest of the year."],
  "champion-left": [
    "{contact}, who brought us in, has left the company.",
    "{contact} moves to another division at the end of the month.",
    "{contact} retired; the team gave a small party.",
  ],
  "budget-cut": ["IT budget cut by {percent}%.", "{contact}: every contract above the limit is under review."],
  "growth-announced": [
    "A second warehouse opens next year.",
    "{count} new lorries ordered.",
    "They won a large retailer as a client.",
  ],
  "promise-made": [
    "Promised: the {module} fixed within {days} days.",
    "Promised a named contact in support.",
    "Promised a credit for the lost day at the {site}.",
    "Promised the missing report by the end of the month.",
  ],
  "promise-kept": [
    "Delivered a day early.",
    "Done as promised, {contact} confirmed.",
    "The report is there, as agreed.",
  ],
  "promise-broken": [
    "The date passed, nothing was delivered.",
    "{contact} had to ask: the fix of the {module} is {days} days late.",
    "The promised credit was not on the invoice.",
  ],
};
