const rooms = require("@daichao/config/boundaries/apps.cjs");

const staffEntry = {
  name: "borrowers-come-in-their-own-way",
  comment: "The way in for staff is not shipped to borrowers.",
  severity: "error",
  from: { path: "^src/" },
  to: { path: "/packages/ui/src/staff-entry/" },
};

module.exports = { ...rooms, forbidden: [...rooms.forbidden, staffEntry] };
