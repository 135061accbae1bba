package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kimhub.testing.Database;
import de.kimhub.testing.StartsHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/**
 * Whatever a tool hands over: no exception leaves the processing, nobody else stops, and every refused record is in
 * quarantine with place and code and without its value in any log. A whole hub that starts meanwhile would take the log away.
 */
@ResourceLock(StartsHub.LOG)
class BadInputTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Stands in every bad record; may be found nowhere but in the encrypted quarantine. */
    private static final String MARK = "Geheimnisträger";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        hub = new TestHub(database, folder, 500);
    }

    @AfterEach
    void othersStillFlow_theSumsHold_andNothingIsTold() {
        hub.give("awo", Exports.awo().entry("1", "AWO-1", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .toString());
        hub.give("jobcenter", good("900Z900900").toString());
        hub.run();
        assertThat(hub.source("awo").accepted()).isEqualTo(1);
        assertThat(count("hub.source_document where state = 0")).as("unfinished documents").isZero();
        assertThat(count("hub.record_state where not vanished and document_id = (select max(id) from "
                + "hub.source_document)")).isEqualTo(1);
        hub.assertEverythingAddsUp();

        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(MARK));
        assertThat(ownLog()).as("no exception text reaches a log").noneMatch(event -> event.getThrowableProxy() != null);
        assertThat(hub.jdbc().sql("select message from hub.quarantine union all select coalesce(message, '') "
                + "from hub.source_document union all select message from hub.finding").query(String.class).list())
                .noneMatch(message -> message.contains(MARK));
        assertThat(String.join("", hub.files("jobcenter/ack"))).doesNotContain(MARK);
        hub.close();
    }

    /** This hub works in the thread of its test; the log of the JVM has other tests' hubs, too. */
    private List<ILoggingEvent> ownLog() {
        return log.list.stream().filter(event -> event.getThreadName().equals(Thread.currentThread().getName())).toList();
    }

    private static Exports good(String number) {
        return Exports.jobcenter().person(number, "Musterfrau", "Beispiela", "05.06.1990");
    }

    private void give(String content) {
        give(content.getBytes(WINDOWS));
    }

    private void give(byte[] content) {
        hub.give("jobcenter", "export.csv", content);
        hub.run();
    }

    @Test
    void an_empty_file_is_refused_with_its_code() {
        give("");
        assertThat(codesOfRefusedDocuments()).hasSize(1);
    }

    @Test
    void a_file_with_a_header_only_is_taken_and_has_no_effect() {
        give(Exports.JOBCENTER + "\r\n");
        assertThat(codesOfRefusedDocuments()).isEmpty();
        assertThat(hub.source("jobcenter").received()).isZero();
    }

    @Test
    void a_renamed_required_column_refuses_the_file() {
        give(good("1A").toString().replace("Kundennummer", "Kd-Nr"));
        assertThat(codesOfRefusedDocuments()).hasSize(1);
    }

    @Test
    void a_doubled_column_refuses_the_file() {
        give(good("1A").toString().replace(";Ort;", ";Kundennummer;"));
        assertThat(codesOfRefusedDocuments()).hasSize(1);
    }

    @Test
    void a_new_column_is_a_finding_and_the_records_flow() {
        give(good("111A111111").toString().replace("\r\n", ";Neu\r\n"));
        assertThat(hub.source("jobcenter").accepted()).isEqualTo(1);
        assertThat(count("hub.finding")).isPositive();
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        out.writeBytes(good("111A111111").toString().getBytes(StandardCharsets.UTF_8));
        give(out.toByteArray());
        assertThat(hub.source("jobcenter").accepted()).isEqualTo(1);
    }

    @Test
    void a_file_in_another_charset_is_refused_and_told_which_it_looks_like() {
        give(Exports.jobcenter().person("1A", "Müsterfräu" + MARK, "Bärbel", "05.06.1990").toString()
                .getBytes(StandardCharsets.UTF_8));
        give(good("1A").toString().getBytes(StandardCharsets.UTF_16));
        assertThat(codesOfRefusedDocuments()).hasSize(2);
        assertThat(hub.jdbc().sql("select message from hub.source_document order by id limit 1").query(String.class)
                .single()).contains("UTF-8");
    }

    @Test
    void nul_bytes_refuse_their_record_only() {
        give(Exports.jobcenter().person("111A111111", MARK + "\u0000", "Probe", "05.06.1990")
                .person("222B222222", "Musterfrau", "Beispiela", "05.06.1990").toString());
        assertThat(hub.source("jobcenter").quarantined()).isEqualTo(1);
        assertThat(hub.source("jobcenter").accepted()).isEqualTo(1);
    }

    @Test
    void a_line_of_50_megabytes_refuses_itself_only() {
        byte[] longLine = new byte[50_000_000];
        Arrays.fill(longLine, (byte) 'x');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990").toString()
                .getBytes(WINDOWS));
        out.writeBytes(longLine);
        out.writeBytes("\r\n".getBytes(WINDOWS));
        out.writeBytes(good("222B222222").toString().replace(Exports.JOBCENTER + "\r\n", "").getBytes(WINDOWS));
        give(out.toByteArray());
        assertThat(hub.source("jobcenter").quarantined()).isEqualTo(1);
        assertThat(hub.source("jobcenter").accepted()).isEqualTo(2);
        assertThat(hub.jdbc().sql("select line_no from hub.quarantine").query(Long.class).single()).isEqualTo(3);
    }

    @Test
    void an_unclosed_quote_refuses_its_line_only() {
        give(Exports.jobcenter().person("111A111111", "\"" + MARK, "Probe", "05.06.1990")
                .person("222B222222", "Musterfrau", "Beispiela", "05.06.1990")
                .person("333C333333", "Mustermann", "Beispiel", "05.06.1991").toString());
        assertThat(hub.source("jobcenter").quarantined()).isEqualTo(1);
        assertThat(hub.source("jobcenter").accepted()).isEqualTo(2);
    }

    @Test
    void ten_thousand_bad_rows_among_a_hundred_thousand_stop_nothing() {
        Exports export = Exports.jobcenter();
        for (int i = 0; i < 100_000; i++) {
            String number = "%03dA%06d".formatted(i % 1000, i);
            export.person(number, i % 10 == 3 ? MARK : "Musterfrau", "Beispiel",
                    i % 10 == 3 ? "31.02.1990" : "05.06.1990");
        }
        give(export.toString());
        assertThat(hub.source("jobcenter")).satisfies(source -> {
            assertThat(source.received()).isEqualTo(100_000);
            assertThat(source.quarantined()).isEqualTo(10_000);
            assertThat(source.accepted()).isEqualTo(90_000);
        });
        assertThat(count("hub.quarantine where code = '' or line_no = 0")).isZero();
    }

    private List<String> codesOfRefusedDocuments() {
        return hub.jdbc().sql("select code from hub.source_document where state = 2").query(String.class).list()
                .stream().peek(code -> assertThat(code).startsWith("HUB-")).collect(Collectors.toList());
    }

    private long count(String from) {
        return hub.jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }
}
