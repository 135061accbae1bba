package de.kimhub.translation;

import java.io.CharArrayReader;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.commons.csv.CSVRecord;

/** Takes whole records apart with camel-csv, used as a library: its context is never started. Thread-safe. */
final class CsvRows {

    private static final CamelContext CONTEXT = new DefaultCamelContext();

    private final CsvDataFormat dataFormat;

    CsvRows(CsvFormat format) {
        dataFormat = new CsvDataFormat().setDelimiter(format.delimiter()).setQuote(format.quote())
                .setIgnoreEmptyLines(false).setRecordConverter(CSVRecord::values);
        dataFormat.start();
    }

    /** @return the values of each record, or {@code null} when these are not so many records */
    String[][] parse(char[] text, int from, int to, int expected) {
        try {
            Exchange exchange = new DefaultExchange(CONTEXT);
            List<?> rows = (List<?>) dataFormat.unmarshal(exchange, (Object) new CharArrayReader(text, from, to - from));
            return rows.size() == expected ? rows.toArray(new String[0][]) : null;
        } catch (Exception notParsed) {
            return null;
        }
    }
}
