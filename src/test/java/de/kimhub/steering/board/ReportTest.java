package de.kimhub.steering.board;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.steering.SyntheticReleases;
import de.kimhub.steering.cube.Cube;
import de.kimhub.steering.cube.CubeDatabase;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.testing.Database;
import de.kimhub.testing.PdfConformance;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The report of a release for session papers. */
class ReportTest {

    @RegisterExtension
    static final Database DATABASE = new Database();

    @Test
    void a_report_is_made_the_same_to_the_byte_and_is_pdf_ua_and_pdf_a() throws Exception {
        SyntheticReleases.fill(DATABASE.jdbc());
        ReleaseContent content = content();
        byte[] report = new Report().of(content);

        assertThat(report).isEqualTo(new Report().of(content));
        assertThat(PdfConformance.archiveViolations(report)).isEmpty();
        assertThat(PdfConformance.accessibilityViolations(report)).isEmpty();
        try (PDDocument document = Loader.loadPDF(report)) {
            String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("<pdfaid:part>3", "<pdfaid:conformance>U", "<pdfuaid:part>1", "2026-10-15T10:00:00+02:00");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(document.getPages()).allSatisfy(page -> page.getResources().getFontNames().forEach(name ->
                    assertThat(fontIsEmbedded(page, name)).isTrue()));
        }
    }

    private static boolean fontIsEmbedded(org.apache.pdfbox.pdmodel.PDPage page, org.apache.pdfbox.cos.COSName name) {
        try {
            return page.getResources().getFont(name).isEmbedded();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static ReleaseContent content() throws SQLException {
        try (Connection one = DATABASE.dataSource().getConnection();
             CubeDatabase pages = CubeDatabase.open(one.getMetaData().getURL(), "postgres", "postgres");
             AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(CubeDatabase.class, () -> pages);
            context.register(Cube.class);
            context.refresh();
            Cube cube = context.getBean(Cube.class);
            return cube.content(cube.latest().orElseThrow());
        }
    }
}
