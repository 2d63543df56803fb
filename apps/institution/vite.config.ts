import { appConfig } from "@daichao/config/vite";

export default appConfig({ app: "institution", base: "/institution/" });
