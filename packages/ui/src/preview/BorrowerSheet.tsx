import type { ReactNode } from "react";
import { useState } from "react";
import { BankIcon, CalendarIcon, DocumentIcon, HomeIcon, PlusIcon, ShopIcon, UserIcon } from "../index.ts";
import {
  ApplicationSteps,
  AppShell,
  Button,
  Checkbox,
  ConnectionBanner,
  Dialog,
  Disclosure,
  EmptyState,
  ErrorState,
  GlossaryTerm,
  LinkButton,
  Money,
  MoneyRange,
  NumberField,
  OtpInput,
  PreferencesMenu,
  Rate,
  ScheduleTable,
  Segmented,
  Select,
  Skeleton,
  StatusTag,
  TextArea,
  TextField,
  Timeline,
  ToastRegion,
  useUndoToast,
} from "../light/index.ts";

const tabs = [
  { href: "#home", label: "首页", icon: HomeIcon, active: true },
  { href: "#products", label: "产品", icon: ShopIcon, active: false },
  { href: "#applications", label: "申请", icon: DocumentIcon, active: false, badge: { count: 2, label: "2 条待处理" } },
  { href: "#loans", label: "还款", icon: CalendarIcon, active: false },
  { href: "#me", label: "我的", icon: UserIcon, active: false },
];

const rows = [1, 2, 3].map((number) => ({
  number,
  dueOn: `2026-${String(number + 8).padStart(2, "0")}-15`,
  due: "5190.63",
  principal: "4890.63",
  interest: "300.00",
  balance: "45109.37",
  status: ["PAID", "OVERDUE", "SCHEDULED"][number - 1],
}));

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section style={{ display: "grid", gap: 16, paddingBlock: 24, borderBlockEnd: "1px solid var(--dc-color-line)" }}>
      <h2 style={{ fontSize: "var(--dc-font-size-section)" }}>{name}</h2>
      {children}
    </section>
  );
}

const row = { display: "flex", flexWrap: "wrap", gap: 12, alignItems: "center" } as const;

function Inputs() {
  const [amount, setAmount] = useState(80_000);
  const [term, setTerm] = useState<string | null>("24");
  const [name, setName] = useState("");
  const [code, setCode] = useState("138");
  const [kind, setKind] = useState<"a" | "b" | "">("");
  const [agreed, setAgreed] = useState(false);
  const [note, setNote] = useState("");
  return (
    <Part name="填写">
      <div style={{ display: "grid", gap: 24, gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))" }}>
        <NumberField
          label="想借多少"
          value={amount}
          min={10_000}
          max={200_000}
          step={1000}
          suffix="元"
          slider
          ends={["1 万元", "20 万元"]}
          onValueChange={setAmount}
        />
        <Segmented
          legend="分多少期还"
          value={term}
          onValueChange={setTerm}
          choices={["6", "12", "24", "36"].map((value) => ({ value, label: `${value} 期` }))}
        />
        <TextField
          label="姓名"
          hint="与身份证一致"
          error={name.length === 1 ? "请填写全名" : undefined}
          value={name}
          onValueChange={setName}
          placeholder="张三"
          autoComplete="name"
        />
        <TextField label="手机号" error="请填写 11 位手机号" value="1380013" onValueChange={() => {}} />
        <Select
          label="职业"
          placeholder="请选择"
          value={kind}
          choices={[
            { value: "a", label: "受雇" },
            { value: "b", label: "自雇" },
          ]}
          onValueChange={setKind}
        />
        <OtpInput label="短信验证码" value={code} onValueChange={setCode} />
        <TextArea label="说明" optional maxLength={200} value={note} onValueChange={setNote} />
        <Checkbox checked={agreed} onCheckedChange={setAgreed}>
          我已阅读并同意个人征信授权书，授权仅用于本次申请
        </Checkbox>
      </div>
    </Part>
  );
}

function Actions() {
  const [isOpen, setOpen] = useState(false);
  const undo = useUndoToast();
  return (
    <Part name="按钮与弹层">
      <div style={row}>
        <Button variant="primary">提交申请</Button>
        <Button icon={PlusIcon}>加入对比</Button>
        <Button variant="quiet">查看详情</Button>
        <Button variant="danger">撤回申请</Button>
        <Button variant="primary" loading>
          提交中
        </Button>
        <Button disabled>不可用</Button>
        <Button size="small">小按钮</Button>
        <LinkButton href="#x">去还款</LinkButton>
        <Button onClick={() => setOpen(true)}>打开弹层</Button>
        <Button onClick={() => undo({ message: "已移出收藏", onUndo: () => {} })}>撤销提示</Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="确认接受报价"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>返回</Button>
            <Button variant="primary">接受报价</Button>
          </>
        }
      >
        接受后将进入签约，报价有效期至 2026-12-01。
      </Dialog>
    </Part>
  );
}

function Statuses() {
  return (
    <Part name="状态">
      <div style={row}>
        {["DRAFT", "UNDER_REVIEW", "NEED_MORE_INFO", "APPROVED", "REJECTED", "SOMETHING_NEW"].map((status) => (
          <StatusTag key={status} kind="application" status={status} />
        ))}
        <StatusTag kind="application" status="REJECTED" audience="borrower" />
        <StatusTag kind="loan" status="ACTIVE" lateness={{ daysUntilDue: 2 }} />
        <StatusTag kind="loan" status="OVERDUE" lateness={{ daysPastDue: 12 }} />
        <StatusTag kind="loan" status="OVERDUE" lateness={{ daysPastDue: 45 }} />
      </div>
      <ApplicationSteps
        status="UNDER_REVIEW"
        notes={{ SUBMITTED: "11月20日 14:05", UNDER_REVIEW: "预计 11月23日 前" }}
      />
      <ApplicationSteps status="REJECTED" />
    </Part>
  );
}

/** The light parts on one page, to be looked at. */
export function BorrowerSheet() {
  return (
    <ToastRegion>
      <AppShell
        brand="贷超"
        tabs={tabs}
        onHelp={() => {}}
        actions={
          <>
            <PreferencesMenu />
            <Button size="small">登录</Button>
          </>
        }
        banner={<ConnectionBanner state="offline" onRetry={() => {}} />}
        footer={<p>贷款有风险，借款需谨慎。年化利率按单利计算，具体以合同为准。</p>}
      >
        <h1 style={{ fontSize: "var(--dc-font-size-figure)" }}>先看清成本，再决定借不借</h1>
        <Part name="数字">
          <div style={{ ...row, gap: 48, alignItems: "flex-start" }}>
            <Rate rate="0.072000" to="0.156000" method="simple" size="headline" />
            <span>
              <MoneyRange least="10000.00" most="200000.00" size="section" />
              <br />
              <small>额度</small>
            </span>
            <span>
              <Money amount="5190.63" size="figure" />
              <br />
              <small>月供</small>
            </span>
            <GlossaryTerm term="综合融资成本">按合同正常还清时，你为这笔贷款付出的全部息费，折算成年化。</GlossaryTerm>
          </div>
        </Part>
        <Inputs />
        <Actions />
        <Statuses />
        <Part name="还款计划">
          <ScheduleTable rows={rows} totals={{ due: "124575.12", principal: "100000.00", interest: "24575.12" }} />
        </Part>
        <Part name="进展">
          <Timeline
            label="进展"
            now={Date.parse("2026-11-22T10:00:00Z")}
            entries={[
              {
                id: "1",
                at: "2026-11-22T06:05:00Z",
                title: "机构要求补充收入证明",
                who: "江南银行",
                family: "warning",
                detail: "请在 11月25日 前上传近 6 个月工资流水",
              },
              { id: "2", at: "2026-11-20T06:05:00Z", title: "初筛通过", family: "success" },
              { id: "3", at: "2026-11-20T06:00:00Z", title: "申请已提交" },
            ]}
          />
        </Part>
        <Part name="空、错、等">
          <EmptyState
            title="还没有申请"
            reason="选好产品后提交，进度会出现在这里"
            action={
              <LinkButton href="#p" variant="primary">
                去看产品
              </LinkButton>
            }
          />
          <ErrorState
            failure={{ code: "UNAVAILABLE", kind: "unavailable", requestId: "019340c2-7f3a-7c11-9d2e-5b1f2a3c4d5e" }}
            onRetry={() => {}}
            action={<Button icon={BankIcon}>联系客服</Button>}
          />
          <Skeleton lines={3} />
          <div>
            <Disclosure summary="提前还款收费吗" defaultOpen>
              多数产品不收。以产品页“费用”一栏为准。
            </Disclosure>
            <Disclosure summary="查询资格会影响征信吗">不会。</Disclosure>
          </div>
        </Part>
      </AppShell>
    </ToastRegion>
  );
}
