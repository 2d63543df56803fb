/** A catalogue over a test kernel, with the parameters it is ruled by. */
import type { Kernel } from "../../src/kernel/index.js";
import { type CatalogModule, createCatalogModule } from "../../src/modules/catalog/module.js";
import type { SettingsService } from "../../src/modules/settings/index.js";
import { createSettingsModule } from "../../src/modules/settings/module.js";

export interface TestCatalog extends CatalogModule {
  readonly settings: SettingsService;
}

export async function testCatalog(kernel: Kernel): Promise<TestCatalog> {
  const { settings } = createSettingsModule(kernel);
  await settings.seed();
  return { ...createCatalogModule(kernel, { settings }), settings };
}
