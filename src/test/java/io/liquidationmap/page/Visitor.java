package io.liquidationmap.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Somebody who looks at the page with the machine's browser, an American in London. After each test a picture of what
/// was seen last is kept under `target/screenshots`, and it is checked that the browser complained of nothing and asked
/// no other host. Where there is no browser the tests are skipped. To be registered in a static field.
final class Visitor implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Namespace NAMESPACE = Namespace.create(Visitor.class);
    /// For machines that have other work: a test that passes waits no longer than it must.
    private static final double PATIENCE_MS = 60_000;

    private static final int WIDTH = 1_440;
    private static final int HEIGHT = 1_000;

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> tolerated = new ArrayList<>();
    private final List<URI> asked = new ArrayList<>();
    private @Nullable Browser browser;
    private @Nullable Page last;
    private String home = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "no browser is installed here");
        // Not of the root's store, which is closed after each class where several JVMs share the classes out.
        browser = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Session.class, _ -> Session.with(program.orElseThrow()), Session.class)
                .browser();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Environment environment = SpringExtension.getApplicationContext(context).getEnvironment();
        home = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        contexts.clear();
        complaints.clear();
        tolerated.clear();
        asked.clear();
        last = null;
    }

    /// A wide screen, dark.
    Page open(String address) {
        return open(address, WIDTH, HEIGHT, ColorScheme.DARK);
    }

    /// A page of its own browser profile; returns when the first answer is on it.
    Page open(String address, int width, int height, ColorScheme scheme) {
        Page page = blank(width, height, scheme);
        page.navigate(home + address);
        return settled(page);
    }

    /// A page that has not gone anywhere yet.
    Page blank(int width, int height, ColorScheme scheme) {
        assertThat(browser).isNotNull();
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-US")
                .setTimezoneId("Europe/London")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> asked.add(URI.create(request.url())));
        last = page;
        return page;
    }

    /// The same page, once it shows what was asked for last.
    static Page settled(Page page) {
        page.locator("main[aria-busy=false]").waitFor();
        return page;
    }

    /// The service's address.
    String home() {
        return home;
    }

    /// Says that the browser may complain of that: it reports every refused request.
    void tolerate(String part) {
        tolerated.add(part);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (last != null) {
            Files.createDirectories(PICTURES);
            String name = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
            last.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
        contexts.forEach(BrowserContext::close);
        assertThat(complaints)
                .filteredOn(complaint -> tolerated.stream().noneMatch(complaint::contains))
                .isEmpty();
        assertThat(asked)
                .filteredOn(uri -> uri.getHost() != null && !uri.toString().startsWith("blob:"))
                .allMatch(uri -> uri.toString().startsWith(home));
    }

    /// The browser, started once for all tests and closed after the last.
    private record Session(Playwright playwright, Browser browser) implements AutoCloseable {

        static Session with(Path program) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Session(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new LaunchOptions()
                                    .setExecutablePath(program)
                                    .setArgs(QUIET)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
