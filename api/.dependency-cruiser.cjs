const apiBoundaries = require("@daichao/config/boundaries/api.cjs");

module.exports = apiBoundaries(require("./module-order.cjs"));
