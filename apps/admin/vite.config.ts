import { appConfig } from "@daichao/config/vite";

export default appConfig({ app: "admin", base: "/admin/" });
