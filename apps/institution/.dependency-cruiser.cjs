module.exports = require("@daichao/config/boundaries/apps.cjs");
