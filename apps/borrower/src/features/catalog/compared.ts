import { graphql } from "../../gql/index.ts";

graphql(`
  fragment Compared_product on Product {
    id
    slug
    name
    version
    isAvailable
    category
    amountMin
    amountMax
    termOptions
    repaymentMethods
    disbursementHours
    coolingOffDays
    requiredDocuments
    annualCost {
      min
      max
      method
    }
    contingentCosts {
      code
      name
      standard
    }
    eligibility {
      minAge
      maxAge
      minMonthlyIncome
      employments
      provinces
      minEmploymentMonths
    }
    institution {
      id
      name
      shortName
      licenceKind
      servicePhone
    }
    alternatives {
      id
      slug
      name
      version
    }
  }
`);

graphql(`
  fragment Compared_quote on Quote {
    amount
    termCount
    method
    annualRate
    netDisbursed
    firstPayment
    lastPayment
    highestPayment
    totalInterest
    totalFees
    totalPayment
    totalCost
    isAmountAdjusted
    annualCost {
      primary
      primaryMethod
      nominal
      effective
    }
    fees {
      code
      name
      payeeName
      standard
      total
    }
  }
`);
