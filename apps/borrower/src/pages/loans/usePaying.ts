import { useLocation, useNavigate, useSearchParams } from "react-router";

interface Paying {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** Whether the payment lies over the loan, in the address: a link leads straight to it, and going back closes it. */
export function usePaying(): Paying {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  return {
    isOpen: params.has("pay"),
    open: () => setParams({ pay: "1" }, { preventScrollReset: true, state: { isOverLoan: true } }),
    close: () => {
      // Opened here, the loan is one step back; come to by a link, the list is, and the loan stays.
      if (state?.isOverLoan === true) void navigate(-1);
      else setParams({}, { replace: true, preventScrollReset: true });
    },
  };
}
