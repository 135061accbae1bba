package de.kimhub.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.runtime.demo.Marks.Kind;
import de.kimhub.runtime.demo.Marks.Mark;
import de.kimhub.testing.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A leak of each kind is planted, and found. */
class LeakHuntTest {

    private static final String NAME = "Wuqoxijeva";
    private static final Mark HER = new Mark(Kind.NAME, null, NAME);
    private static final String TEXT = "before " + NAME + " and after";

    @RegisterExtension
    static final Database DATABASE = new Database();

    @TempDir
    Path folder;

    private final LeakHunt hunt = new LeakHunt(List.of(HER));

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void isFound(String kind, byte[] bytes) {
        assertThat(hunt.bytes("somewhere", bytes)).extracting(LeakHunt.Find::mark).containsExactly(HER);
    }

    static Stream<Arguments> planted() throws IOException {
        return Stream.of(Arguments.of("a log line", utf8(TEXT)),
                Arguments.of("at the end", utf8("x" + NAME)),
                Arguments.of("in small letters", utf8(TEXT.toLowerCase())),
                Arguments.of("in capitals", utf8(TEXT.toUpperCase())),
                Arguments.of("a broker's journal", TEXT.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("the other UTF-16", TEXT.getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of("windows-1252", ("Ä" + TEXT).getBytes(Charset.forName("windows-1252"))),
                Arguments.of("Base64", Base64.getEncoder().encode(utf8(NAME))),
                Arguments.of("Base64, one further", Base64.getEncoder().encode(utf8("1" + TEXT))),
                Arguments.of("Base64, two further", Base64.getEncoder().encode(utf8("12" + TEXT))),
                Arguments.of("bytes in a message of an error", utf8("\\x" + java.util.HexFormat.of().formatHex(utf8(TEXT)))),
                Arguments.of("a log that was put away", gzip(TEXT)),
                Arguments.of("compressed and broken off", java.util.Arrays.copyOf(gzip(TEXT), gzip(TEXT).length - 4)),
                Arguments.of("deflated", deflated(TEXT)));
    }

    @Test
    void isFoundInTheNamesOfFilesAndFoldersAndInWhatTheyHold() throws IOException {
        Files.writeString(folder.resolve(NAME + ".csv"), "");
        Files.createDirectory(folder.resolve(NAME));
        Files.writeString(folder.resolve("kim-hub-1.tmp"), TEXT);

        assertThat(LeakHunt.told(hunt.files(folder, file -> true))).hasSize(2)
                .anyMatch(one -> one.startsWith("the name of a file")).anyMatch(one -> one.contains("kim-hub-1.tmp"));
        assertThat(hunt.files(folder, file -> file.endsWith("kim-hub-1.tmp"))).hasSize(1);
    }

    @Test
    void isFoundInColumnsOfEveryTypeAndSchemaThatTheHubDoesNotKnowYet() {
        DATABASE.jdbc().sql("create schema leak").update();
        DATABASE.jdbc().sql("create table leak.planted (a text, b bytea, c jsonb, d text[], e xml)").update();
        DATABASE.jdbc().sql("insert into leak.planted values (?, ?, ?::jsonb, array[?], xmlparse(content ?))")
                .params(TEXT, deflated(TEXT), "{\"k\": \"" + NAME + "\"}", TEXT, "<a>" + NAME + "</a>").update();

        assertThat(LeakHunt.told(hunt.columns(DATABASE.dataSource()))).containsExactlyInAnyOrder("leak.planted.a: NAME",
                "leak.planted.b, unpacked: NAME", "leak.planted.c: NAME", "leak.planted.d: NAME", "leak.planted.e: NAME");
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(hunt.bytes("somewhere", utf8("Wuqoxijevo, Wuqoxijev, uqoxijeva"))).isEmpty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(utf8(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
