package de.kimhub.operations.pages;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, driven by its own driver. */
final class Browser implements AutoCloseable {

    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path DRIVER = firstOf("CHROMEDRIVER", "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver",
            "/snap/bin/chromium.chromedriver");
    private static final Path CHROMIUM = firstOf("CHROMIUM", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final ChromeDriver driver;
    private final String address;

    Browser(String address) {
        this.address = address.substring(0, address.length() - 1);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--lang=de",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
    }

    private static Path firstOf(String variable, String... paths) {
        String named = System.getenv(variable);
        return Stream.concat(Stream.ofNullable(named), Stream.of(paths)).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("The tests of the pages need Chromium and its driver (Debian: apt "
                        + "install chromium chromium-driver), or " + variable + " naming the program."));
    }

    /** How wide the window is, and whether its user prefers dark colours. */
    void look(int width, boolean dark) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void print(boolean asPrinted) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", asPrinted ? "print" : ""));
    }

    void withoutJavaScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    void withJavaScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    Browser open(String path) {
        driver.get(address + path);
        return this;
    }

    String path() {
        return driver.getCurrentUrl().substring(address.length());
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    void fill(String id, String text) {
        WebElement field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    /** To whatever has the focus. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Enter, after these keys, on what leads to another page; waits until this one is left. */
    void enter(CharSequence... before) {
        WebElement page = driver.findElement(By.tagName("html"));
        press(Stream.concat(Stream.of(before), Stream.of(Keys.ENTER)).toArray(CharSequence[]::new));
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.stalenessOf(page));
    }

    /** What the dialog of a file field with the focus does once it was opened. */
    void choose(Path file) {
        driver.switchTo().activeElement().sendKeys(file.toString());
    }

    String focused() {
        WebElement element = driver.switchTo().activeElement();
        return element.getText().isEmpty() || element.getTagName().equals("select") ? element.getDomAttribute("id") : element.getText();
    }

    /** Goes on by the tabulator until an element of this text or id has the focus; false when it never has. */
    boolean tabTo(String textOrId) {
        for (int i = 0; i < 80; i++) {
            press(Keys.TAB);
            if (textOrId.equals(focused())) {
                return true;
            }
        }
        return false;
    }

    void signIn(String name, String password) {
        open("/anmelden");
        fill("name", name);
        fill("passwort", password);
        find("main button").click();
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        return (Long) ((JavascriptExecutor) driver).executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What axe finds wrong, in a line each. */
    List<String> violations() {
        return found(axe().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** Of what depends on the colours. */
    List<String> contrastViolations() {
        return found(axe().withRules(List.of("color-contrast", "link-in-text-block")));
    }

    /** In the page itself, since none has frames, and without a list of all that is in order. */
    private static AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder().withOptions(options).setLegacyMode();
    }

    private List<String> found(AxeBuilder axe) {
        Results found = axe.analyze(driver);
        return found.getViolations().stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                .map(node -> node.getTarget().toString() + " " + node.getHtml()).toList()).toList();
    }

    void openAllDetails() {
        ((JavascriptExecutor) driver).executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    /** Addresses of all that the page is made of. */
    List<String> loaded() {
        return strings("return [location.href, ...performance.getEntriesByType('resource').map(one => one.name)]");
    }

    /** Bytes over the wire, as if nothing had been there before. */
    long weightWithoutFonts() {
        return ((Number) ((JavascriptExecutor) driver).executeScript("""
                return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .filter(one => !one.name.includes('/fonts/')).reduce((sum, one) => sum + one.encodedBodySize, 0)""")).longValue();
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String script) {
        return (List<String>) ((JavascriptExecutor) driver).executeScript(script);
    }

    /** The page as PDF, as its user would print it. */
    byte[] printed() {
        return java.util.Base64.getDecoder().decode((String) driver.executeCdpCommand("Page.printToPDF",
                Map.of("generateTaggedPDF", true)).get("data"));
    }

    /** Down to its end. */
    void wholePicture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, java.util.Base64.getDecoder().decode((String) driver.executeCdpCommand("Page.captureScreenshot",
                    Map.of("captureBeyondViewport", true, "format", "png")).get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
