import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { RecordWriter } from "../../src/record/index.ts";
import { buildReport, reportHtml } from "../../src/report/index.ts";
import { newRecord, startMs, step, temporaryFolder } from "./fixture.ts";
import { hostile } from "./hostile.ts";
import { fillHostileRun } from "./hostile-run.ts";
import { fillSmallRun } from "./small-run.ts";

// Debian's Chromium, or the Chrome of GitHub's runner images.
const browsers = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: browsers.find((path) => existsSync(path)) ?? "chromium is not installed",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

afterAll(() => browser.close());

/** Waits as long as a loaded machine may need. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

interface Opened {
  readonly page: Page;
  /** Dialogs, console errors, exceptions, requests but for the file itself, navigations away. */
  readonly trouble: readonly string[];
}

/** A place that markup might call: its address, and the paths that were asked for. */
async function listen(): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const bound = server.address();
  return { address: `http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`, asked };
}

function htmlOf(fill: (record: RecordWriter) => void): string {
  const { record, read } = newRecord();
  fill(record);
  const reader = read();
  return reportHtml(buildReport(reader), reader);
}

async function openPage(html: string, { javaScript = true, hash = "" } = {}): Promise<Opened> {
  const file = join(temporaryFolder(), "report.html");
  writeFileSync(file, html);
  const context = await browser.newContext({ javaScriptEnabled: javaScript });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  const address = `${pathToFileURL(file).href}${hash}`;
  page.on("dialog", (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      trouble.push(`console ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => trouble.push(`error ${error.message}`));
  page.on("request", (request) => {
    if (
      !request.url().startsWith("data:") &&
      request.url().split("#")[0] !== address.split("#")[0]
    ) {
      trouble.push(`request ${request.url()}`);
    }
  });
  await page.goto(address);
  return { page, trouble };
}

describe("A20 what servers say is text in the page", () => {
  test("no dialog, no error, no request; every text is shown", async () => {
    const { page, trouble } = await openPage(htmlOf(fillHostileRun));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) {
        details.open = true;
      }
    });
    // Handlers that markup could have brought are woken: hover, focus, every link of ours.
    await page.locator("body").press("Tab");
    await page.locator("h1").hover();
    expect(trouble).toEqual([]);
    const text = await page.evaluate(() => document.body.textContent);
    for (const part of [
      "</script><img src=x onerror=alert(1)>",
      "<svg onload=alert(2)>",
      "<style>*{",
      "&lt;b&gt;",
      "\\u{202e}esrever",
      "\\x1b]52;c;eA==\\x07",
      "javascript:alert(5)",
    ]) {
      expect(text).toContain(part);
    }
    const scenarios = await page.locator("details.scenario").count();
    expect(scenarios).toBe(hostile.length);
  });

  test("no element, attribute or address of theirs is in the document", async () => {
    const { page } = await openPage(htmlOf(fillHostileRun));
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll("*")];
      return {
        foreign: all.filter((element) =>
          ["IMG", "IFRAME", "BASE", "FORM", "BUTTON", "OBJECT"].includes(element.tagName),
        ).length,
        handlers: all
          .flatMap((element) => element.getAttributeNames())
          .filter((name) => name.startsWith("on") || name === "style" || name === "autofocus"),
        scripts: document.querySelectorAll("script").length,
        styles: document.querySelectorAll("style").length,
        addresses: [...document.querySelectorAll("a")]
          .map((link) => link.getAttribute("href") ?? "")
          .filter((href) => !href.startsWith("#")),
      };
    });
    expect(found).toEqual({ foreign: 0, handlers: [], scripts: 1, styles: 1, addresses: [] });
  });

  test("markup that slipped through could neither run nor load: the policy holds", async () => {
    const { address, asked } = await listen();
    const slipped = [
      `<img src="${address}/i.png" onerror="document.title=1"><iframe src="${address}/f"></iframe>`,
      `<link rel="stylesheet" href="${address}/s.css"><video src="${address}/v" autoplay></video>`,
      `<script src="${address}/j"></script><script>document.title="ran"</script>`,
    ].join("");
    const html = htmlOf(fillSmallRun).replace("<footer>", `${slipped}<footer>`);
    const { page, trouble } = await openPage(html);
    expect(await page.title()).toBe("failed: mcp-manager.yml");
    expect(trouble.join("\n")).toMatch(/Content Security Policy/);
    expect(asked).toEqual([]);
    await openPage(`<!doctype html><body>${slipped}`);
    expect(asked.toSorted()).toEqual(["/f", "/i.png", "/j", "/s.css", "/v"]);
  });

  test("the instruments see what the same texts do unescaped", async () => {
    const { trouble } = await openPage(`<!doctype html><body>${hostile.join("")}`);
    expect(trouble.join("\n")).toMatch(/dialog/);
    expect(trouble.join("\n")).toMatch(/request http/);
  });
});

describe("the page", () => {
  test("is read without JavaScript: verdict, failures, servers, steps, logs", async () => {
    const { page } = await openPage(htmlOf(fillSmallRun), { javaScript: false });
    await expect(page.locator("h1").textContent()).resolves.toMatch(
      /✗.*text contains "6" is false.*3 of 6 steps passed/s,
    );
    expect(await page.locator("#failures").isVisible()).toBe(true);
    expect(await page.locator(".find").isVisible()).toBe(false);
    expect(await page.locator("article.server").count()).toBe(3);
    expect(await page.locator("article.server svg").count()).toBe(4);
    expect(await page.locator(".lines li").count()).toBe(8);
  });

  test("filters by outcome, server and words, and keeps the filter in the address", async () => {
    const { page, trouble } = await openPage(htmlOf(fillSmallRun));
    const shown = () =>
      page.locator("details.step:visible").evaluateAll((steps) => steps.map((one) => one.id));
    await page.keyboard.press("/");
    await page.keyboard.type("s:failed");
    await eventually(shown).toEqual(["step-2"]);
    await page.locator(".find input").fill("server:memory tools");
    await eventually(shown).toEqual(["step-5"]);
    await eventually(() => page.url()).toMatch(/#q=server%3Amemory%20tools$/);
    await page.locator(".find input").press("Escape");
    await eventually(() => page.locator(".gone").count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test("a filter in the address is applied, a link to a step opens what it is in", async () => {
    const filtered = await openPage(htmlOf(fillSmallRun), { hash: "#q=s%3Abroken" });
    await eventually(() => filtered.page.locator("details.step:visible").count()).toBe(1);
    const linked = await openPage(htmlOf(fillSmallRun), { hash: "#step-5" });
    expect(await linked.page.locator("#step-5 .body").isVisible()).toBe(true);
    expect(await linked.page.locator("#step-4 .body").isVisible()).toBe(false);
  });

  test("n goes to the next failure with the keyboard alone", async () => {
    const { page } = await openPage(htmlOf(fillSmallRun));
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await eventually(() => page.url()).toMatch(/#step-6$/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
  });

  test.for(["light", "dark"] as const)(
    "is legible in %s: text stands out from its ground",
    async (colorScheme) => {
      const { page } = await openPage(htmlOf(fillSmallRun));
      await page.emulateMedia({ colorScheme });
      const weak = await page.evaluate(weakContrasts);
      expect(weak).toEqual([]);
    },
  );

  test("a small run is a small file, a huge one is cut and says so", () => {
    expect(htmlOf(fillSmallRun).length).toBeLessThan(60_000);
    const huge = htmlOf((record) => {
      record.server("a", {});
      const scenario = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
      for (let position = 0; position < 3_200; position++) {
        record.step(step(scenario, { server: "a", position, resultJson: "x".repeat(1_200) }), []);
      }
      for (let index = 0; index < 2_000; index++) {
        record.log({
          server: "a",
          stream: "stderr",
          atMs: startMs,
          text: "y".repeat(2_500),
          bytes: 1,
          truncated: false,
        });
      }
    });
    expect(huge.length).toBeLessThan(9_000_000);
    expect(huge).toContain("This page leaves out parts of a long run");
    expect(huge).toContain("last 300 of 2,000 lines, all in logs/a.ndjson");
    expect(huge).toContain("200 steps more in report.json");
  });
});

/** Runs in the page: texts whose contrast with what is behind them is below 4.5 : 1 (WCAG AA). */
function weakContrasts(): string[] {
  const numbers = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = numbers(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element: Element | null): string => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((numbers(colour)[3] ?? 1) > 0) {
        return colour;
      }
    }
    return "rgb(255, 255, 255)";
  };
  const weak = new Set<string>();
  for (const element of document.querySelectorAll("body *:not(script, svg *)")) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.trim() !== "",
    );
    if (own) {
      const [light = 0, dark = 0] = [
        luminance(getComputedStyle(element).color),
        luminance(ground(element)),
      ].toSorted((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) {
        weak.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
      }
    }
  }
  return [...weak];
}
