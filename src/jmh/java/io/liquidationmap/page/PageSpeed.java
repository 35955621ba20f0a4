package io.liquidationmap.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// How soon the page of a running service shows its first map to a browser that has never been there, and how long a
/// frame takes while a pointer moves over 2,000 levels. Its argument is the service's address.
final class PageSpeed {

    private static final int VISITS = 9;
    private static final int MILLION = 1_000_000;

    /// Moves the pointer once a frame and notes when the next one is there.
    private static final String HOVER = """
            async () => {
              const plane = document.querySelector('.explorer');
              const { left, top, width } = plane.getBoundingClientRect();
              const frame = () => new Promise((done) => { requestAnimationFrame(done); });
              const frames = [];
              let before = await frame();
              for (let i = 0; i < 300; i++) {
                const clientX = left + 80 + ((i * 37) % (width - 160));
                plane.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: top + 100 }));
                const now = await frame();
                frames.push(now - before);
                before = now;
              }
              frames.sort((a, b) => a - b);
              return [frames[150], frames[285], frames[299]];
            }""";

    private PageSpeed() {}

    public static void main(String[] arguments) {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            long[] millis = LongStream.generate(() -> visit(browser, arguments[0]))
                    .limit(VISITS)
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "first map after %d ms (median of %d visits, %d to %d)%n",
                    millis[VISITS / 2],
                    VISITS,
                    millis[0],
                    millis[VISITS - 1]);
            try (Page page = browser.newPage()) {
                page.navigate(arguments[0] + "/?buckets=2000");
                awaitMap(page);
                System.out.println(
                        "frames while hovering over 2,000 levels, ms: median, 95 %, longest " + page.evaluate(HOVER));
            }
        }
    }

    private static long visit(Browser browser, String address) {
        try (Page page = browser.newPage()) {
            long start = System.nanoTime();
            page.navigate(address);
            awaitMap(page);
            return (System.nanoTime() - start) / MILLION;
        }
    }

    private static void awaitMap(Page page) {
        page.waitForSelector(
                "main[aria-busy=false] canvas",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }
}
