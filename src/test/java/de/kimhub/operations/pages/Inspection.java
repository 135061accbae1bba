package de.kimhub.operations.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at pages in a browser and gathers what is wrong. With {@code -Dpictures=folder} it leaves a picture of each look. */
final class Inspection {

    private final Browser browser;
    private final List<String> wrong = new ArrayList<>();

    Inspection(Browser browser) {
        this.browser = browser;
    }

    /** At what the browser shows; all rules in the light, colours in the dark. */
    void look(String page, int width, boolean dark) {
        browser.look(width, dark);
        String where = page + " " + width + (dark ? " dark: " : " light: ");
        (dark ? browser.contrastViolations() : browser.violations()).forEach(one -> wrong.add(where + one));
        if (browser.overflow() > 0) {
            wrong.add(where + browser.overflow() + " pixels too wide");
        }
        String folder = System.getProperty("pictures");
        if (folder != null) {
            browser.wholePicture(Path.of(folder, page.replaceAll("[^a-z0-9]+", "_") + "-" + width + (dark ? "-dark" : "") + ".png"));
        }
    }

    List<String> wrong() {
        return wrong;
    }
}
