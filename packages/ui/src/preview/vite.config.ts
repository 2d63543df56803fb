import { messages } from "@daichao/config/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [messages(), react()],
  server: { host: "127.0.0.1" },
});
