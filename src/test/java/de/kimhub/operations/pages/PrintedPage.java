package de.kimhub.operations.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says, and whether programs that read it aloud find headings and tables. */
record PrintedPage(boolean tagged, String language, String text) {

    static PrintedPage of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            return new PrintedPage(catalog.getMarkInfo() != null && catalog.getMarkInfo().isMarked()
                    && catalog.getStructureTreeRoot() != null, catalog.getLanguage(), new PDFTextStripper().getText(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
