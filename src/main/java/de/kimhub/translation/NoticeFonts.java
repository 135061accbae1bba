package de.kimhub.translation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** The fonts of notice sheets, which lie in the product: what a sheet looks like does not depend on the machine. */
final class NoticeFonts {

    static final String FAMILY = "DejaVu Sans";

    private static final byte[] REGULAR = bytes("DejaVuSans.ttf");
    private static final byte[] BOLD = bytes("DejaVuSans-Bold.ttf");
    private static final TrueTypeFont REGULAR_FONT = parsed(REGULAR);
    private static final TrueTypeFont BOLD_FONT = parsed(BOLD);

    static {
        FontMappers.set(new OnlyOurs());
    }

    private NoticeFonts() {
    }

    static InputStream regular() {
        return new ByteArrayInputStream(REGULAR);
    }

    static InputStream bold() {
        return new ByteArrayInputStream(BOLD);
    }

    /** Whether both fonts have all of these characters. */
    static boolean canShow(String text) {
        return text.codePoints().allMatch(c -> glyph(REGULAR_FONT, c) != 0 && glyph(BOLD_FONT, c) != 0);
    }

    /** How wide the text is, as a multiple of the font's size. */
    static double width(String text, boolean bold) {
        TrueTypeFont font = bold ? BOLD_FONT : REGULAR_FONT;
        synchronized (font) {
            try {
                double units = 0;
                for (int c : text.codePoints().toArray()) {
                    units += font.getAdvanceWidth(font.getUnicodeCmapLookup().getGlyphId(c));
                }
                return units / font.getUnitsPerEm();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static int glyph(TrueTypeFont font, int character) {
        synchronized (font) {
            try {
                return font.getUnicodeCmapLookup().getGlyphId(character);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream font = NoticeFonts.class.getResourceAsStream("/fonts/" + file)) {
            return Objects.requireNonNull(font, file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TrueTypeFont parsed(byte[] font) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(font));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Otherwise the library would read all fonts of the machine and keep a list of them in the user's folder. */
    private static final class OnlyOurs implements FontMapper {

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(REGULAR_FONT, false);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(REGULAR_FONT, false);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, REGULAR_FONT, false);
        }
    }
}
