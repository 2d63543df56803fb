// Modules in order. A module may import only modules that stand before it.
// Calls go left, events go right or stay home.
module.exports = [
  "settings",
  "identity",
  "staffing",
  "institutions",
  "channels",
  "borrowers",
  "contact",
  "credit",

  "catalog",
  "activity",
  "applications",
  "underwriting",

  "ledger",
  "lending",
  "repayments",
  "collections",

  "feedback",
  "content",
  "support",
  "monitoring",

  "recommendations",
  "marketing",
  "settlement",

  "messaging",
  "analytics",
  "audit",
];
