package de.kimhub.operations.pages;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test class the one {@link PagesHub}. */
final class SharedHub implements BeforeAllCallback {

    private PagesHub hub;

    @Override
    public void beforeAll(ExtensionContext context) {
        hub = PagesHub.of(context);
    }

    PagesHub get() {
        return hub;
    }
}
