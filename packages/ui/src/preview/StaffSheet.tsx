import { Button as AntdButton, App, Input, Select, Space } from "antd";
import { useState } from "react";
import type { FilterValues } from "../antd/index.ts";
import {
  Button,
  DataTable,
  DescriptionsGrid,
  DiffView,
  DocViewer,
  FileUploader,
  FilterBar,
  Money,
  Rate,
  StaffShell,
  StatusTag,
  TimelineFeed,
} from "../antd/index.ts";
import { BellIcon, CalendarIcon, HomeIcon, InboxIcon, SearchIcon, SettingsIcon, ShopIcon, UserIcon } from "../index.ts";
import { DemoAccounts, type EntrySteps, SignInSteps } from "../staff-entry/index.ts";

interface Case {
  readonly id: string;
  readonly who: string;
  readonly amount: string;
  readonly rate: string;
  readonly status: string;
  readonly on: string;
}

const statuses = ["UNDER_REVIEW", "NEED_MORE_INFO", "APPROVED", "REJECTED", "CONTRACT_PENDING", "DISBURSED"];
const cases: readonly Case[] = Array.from({ length: 14 }, (_, index) => ({
  id: `A2026112200${10 + index}`,
  who: ["张*", "欧阳**", "李*", "王**"][index % 4] ?? "",
  amount: `${(index + 1) * 13_500}.00`,
  rate: `0.0${60 + index}000`,
  status: statuses[index % 6] ?? "",
  on: "2026-11-22 14:05",
}));

const groups = [
  { label: "总览", items: [{ href: "#1", label: "今日", icon: HomeIcon, active: false }] },
  {
    label: "业务",
    items: [
      { href: "#2", label: "进件审批", icon: InboxIcon, active: true, badge: { count: 12, label: "12 条待办" } },
      { href: "#3", label: "客户", icon: UserIcon, active: false },
      { href: "#4", label: "产品", icon: ShopIcon, active: false },
      { href: "#5", label: "贷后", icon: CalendarIcon, active: false },
    ],
  },
  { label: "系统", items: [{ href: "#6", label: "设置", icon: SettingsIcon, active: false }] },
];

const fields = [
  { key: "q", label: "搜索", type: "search", placeholder: "姓名、进件号" },
  { key: "status", label: "状态", type: "many", choices: statuses.map((value) => ({ value, label: value })) },
  { key: "on", label: "提交日", type: "days" },
  { key: "amount", label: "金额", type: "amounts" },
] as const;

function Queue() {
  const [values, setValues] = useState<FilterValues>({ q: "张", status: "UNDER_REVIEW,APPROVED" });
  const [selected, setSelected] = useState<readonly string[]>([]);
  return (
    <>
      <FilterBar fields={fields} values={values} onChange={setValues} aside={<AntdButton>导出</AntdButton>} />
      <DataTable<Case>
        name="preview"
        label="进件"
        columns={[
          { key: "id", title: "进件号", width: 150, render: (row) => row.id, defaultPinned: true },
          { key: "who", title: "申请人", width: 100, render: (row) => row.who },
          {
            key: "amount",
            title: "金额",
            width: 140,
            align: "end",
            sortable: true,
            render: (row) => <Money amount={row.amount} />,
          },
          {
            key: "rate",
            title: "年化利率",
            width: 120,
            align: "end",
            render: (row) => <Rate rate={row.rate} label="" />,
          },
          {
            key: "status",
            title: "状态",
            width: 140,
            render: (row) => <StatusTag kind="application" status={row.status} />,
          },
          { key: "on", title: "提交时间", render: (row) => row.on },
        ]}
        rows={cases}
        rowKey={(row) => row.id}
        selected={selected}
        onSelect={setSelected}
        bulkActions={<Button size="small">批量分配</Button>}
        toolbar={<strong>全部进件</strong>}
        sort={{ key: "amount", direction: "DESC" }}
        onOpen={() => {}}
        openKey={cases[2]?.id}
        paging={{ totalCount: 128, onNext: () => {}, onPrevious: () => {}, hasNext: true }}
      />
    </>
  );
}

const picture = async (): Promise<Blob> =>
  new Blob(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="silver"/></svg>',
    ],
    { type: "image/svg+xml" },
  );
const refuse: EntrySteps["enterCode"] = async () => ({ code: "REFUSED", kind: "invalid", message: "密码不正确" });

/** A password is taken, a code is not. */
function WayIn() {
  const [isCodeWanted, setCodeWanted] = useState(false);
  const enterPassword = async () => {
    setCodeWanted(true);
    return null;
  };
  return (
    <div style={{ maxWidth: 420 }}>
      <SignInSteps steps={{ isCodeWanted, enterPassword, enterCode: refuse, goBack: () => setCodeWanted(false) }} />
      <DemoAccounts
        kind="PLATFORM"
        accounts={[{ key: "su", kind: "PLATFORM", label: "平台管理员", login: "su@platform", institutionName: null }]}
        onChoose={refuse}
      />
    </div>
  );
}

const failureOf = () => ({ code: "INTERNAL", kind: "internal" });

/** The working apps' parts on one page, to be looked at. */
export function StaffSheet({ app }: { app: "institution" | "admin" }) {
  const { message } = App.useApp();
  return (
    <StaffShell
      brand={app === "admin" ? "贷超管理台" : "贷超机构台"}
      subtitle="江南银行股份有限公司"
      groups={groups}
      title="进件审批"
      user={{ name: "李审核", role: "终审" }}
      onSignOut={() => void message.info("bye")}
      actions={
        <>
          <Button variant="quiet" size="small" icon={SearchIcon} aria-label="搜索" />
          <Button variant="quiet" size="small" icon={BellIcon} aria-label="通知" />
        </>
      }
    >
      <div style={{ display: "grid", gap: 24, gridTemplateColumns: "minmax(0, 1fr)" }}>
        <Queue />
        <DescriptionsGrid
          items={[
            { key: "a", label: "申请金额", value: <Money amount="80000.00" /> },
            { key: "b", label: "期限", value: "24 个月" },
            { key: "c", label: "月收入", value: <Money amount="15500.00" /> },
            { key: "d", label: "工作单位", value: null },
            { key: "e", label: "状态", value: <StatusTag kind="application" status="SCREENING" /> },
          ]}
        />
        <Space>
          <AntdButton type="primary">通过审批</AntdButton>
          <AntdButton>要求补件</AntdButton>
          <AntdButton danger>拒绝</AntdButton>
          <Button variant="primary">通过审批</Button>
          <Button>要求补件</Button>
          <Button variant="danger">拒绝</Button>
          <Input aria-label="备注" style={{ width: 160 }} placeholder="备注" />
          <Select
            aria-label="原因"
            style={{ width: 160 }}
            placeholder="原因"
            options={[{ value: 1, label: "收入不足" }]}
          />
        </Space>
        <DiffView
          label="产品变更"
          lines={[
            { key: "r", label: "年化利率", before: "7.20%", after: "6.90%" },
            { key: "f", label: "服务费", before: null, after: "¥100.00" },
            { key: "g", label: "担保", before: "第三方", after: null },
          ]}
        />
        <div
          style={{ display: "grid", gap: 24, gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))" }}
        >
          <DocViewer
            name="身份证正面.jpg"
            load={picture}
            watermark={["li.shenhe", "2026-11-22 14:05"]}
            toFailure={failureOf}
          />
          <FileUploader label="营业执照" upload={() => new Promise(() => {})} onDone={() => {}} />
        </div>
        <WayIn />
        <TimelineFeed
          label="历史"
          now={Date.parse("2026-11-22T10:00:00Z")}
          hasMore
          onMore={() => {}}
          entries={[
            {
              id: "1",
              at: "2026-11-22T06:05:00Z",
              title: "李审核 要求补件",
              family: "warning",
              detail: "近 6 个月流水",
            },
            { id: "2", at: "2026-11-21T06:05:00Z", title: "规则评估完成", who: "系统", family: "info" },
          ]}
        />
      </div>
    </StaffShell>
  );
}
