package de.kimhub.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class FormatGuesserTest {

    private static Table read(String text, String charset) throws NotDrafted {
        return FormatGuesser.read(text.getBytes(Charset.forName(charset)), "export.txt");
    }

    @Test
    void charsetDelimiterAndQuoteAreSeen() throws NotDrafted {
        Table german = read("Nr;Straße;Ort\r\n1;Müllerweg, 5;Löhne\r\n2;\"Weg; 7\";Bünde\r\n", "windows-1252");
        assertThat(german.format().words()).containsEntry("charset", "windows-1252").containsEntry("delimiter", ";");
        assertThat(german.column(1)).containsExactly("Müllerweg, 5", "Weg; 7");

        assertThat(read("\uFEFFNr,Straße\n1,Weg\n", "UTF-8").columns()).containsExactly("Nr", "Straße");
        assertThat(read("Nr\tStraße\tOrt\n1\tWeg, 5; hinten\tBünde\n", "UTF-8").format().words())
                .containsEntry("delimiter", "\t").containsEntry("charset", "UTF-8");
        assertThat(read("Nr|Ort\n1|Enger\n", "UTF-8").format().words()).containsEntry("delimiter", "|");
    }

    @Test
    void recordsOfJsonAreFoundWhereverTheyStand() throws NotDrafted {
        Table nested = read("{\"kopf\":[{\"a\":1}],\"daten\":{\"faelle\":[{\"nr\":1,\"p\":{\"n\":\"x\"}},{\"nr\":2}]}}", "UTF-8");
        assertThat(nested.format().words()).containsEntry("recordsAt", "/daten/faelle");
        assertThat(nested.columns()).containsExactly("nr", "p.n");

        assertThat(read("[{\"nr\":1,\"ort\":\"y\"}]", "UTF-8").format().words()).containsEntry("type", "json");
        assertThat(read("{\"nr\":1,\"ort\":\"y\"}\n{\"nr\":2,\"ort\":null}\n", "UTF-8").format().type()).isEqualTo("rows");
    }

    @Test
    void ofSeveralListsInXmlTheLongestIsTakenAndTheOthersAreNamed() throws NotDrafted {
        Table table = read("<e><schulen><s id='1'/><s id='2'/></schulen><kinder><k id='a'><v t='1'/><v t='2'/></k><k id='b'/>"
                + "<k id='c'/></kinder></e>", "UTF-8");

        assertThat(table.format().more()).containsEntry("collection", "\"e/kinder\"").containsEntry("records", "[\"k\"]");
        assertThat(table.column(0)).containsExactly("a", "b", "c");
        assertThat(table.format().reasons()).anyMatch(reason -> reason.startsWith("UNSICHER") && reason.contains("e/schulen"));
    }

    @Test
    void theHeaderOfASheetIsFoundBelowATitleAndOnALaterSheet() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("Deckblatt").value(0, 0, "Auszug");
            Worksheet sheet = workbook.newWorksheet("Daten");
            sheet.value(0, 0, "Teilnehmerliste");
            sheet.value(2, 0, "Nr");
            sheet.value(2, 1, "Beginn");
            sheet.value(2, 2, "Ort");
            for (int row = 3; row < 9; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, LocalDate.of(2026, 3, row));
                sheet.style(row, 1).format("dd.mm.yyyy").set();
                sheet.value(row, 2, "Bünde");
            }
        }

        Table table = FormatGuesser.read(bytes.toByteArray(), "liste.xlsx");

        assertThat(table.format().words()).containsEntry("sheet", "2").containsEntry("headerRow", "3");
        assertThat(table.columns()).containsExactly("Nr", "Beginn", "Ort");
        assertThat(table.column(1)).startsWith("2026-03-03");
    }

    @Test
    void whatCannotBeReadIsRefusedWithoutItsContent() {
        assertThatThrownBy(() -> read("", "UTF-8")).isInstanceOf(NotDrafted.class);
        assertThatThrownBy(() -> read("Nr;Name\n1;Musterfrau\n2;Musterfrau\n", "UTF-16")).isInstanceOf(NotDrafted.class)
                .hasMessageNotContaining("Musterfrau");
        assertThatThrownBy(() -> FormatGuesser.read("kein Excel".getBytes(StandardCharsets.UTF_8), "a.xlsx"))
                .isInstanceOf(NotDrafted.class).hasMessageContaining("HUB-XLSX-001");
        assertThatThrownBy(() -> read("Nr;Ort\n", "UTF-8")).isInstanceOf(NotDrafted.class);
    }
}
