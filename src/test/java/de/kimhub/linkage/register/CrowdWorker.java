package de.kimhub.linkage.register;

import com.zaxxer.hikari.HikariDataSource;
import de.kimhub.message.FieldValues;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that opens its part of the records: {@code url keys people variants order part parts threads batch}. */
public final class CrowdWorker {

    private CrowdWorker() {
    }

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser("postgres");
        int[] numbers = IntStream.range(2, args.length).map(i -> Integer.parseInt(args[i])).toArray();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database);
            open(new Crowd(pool, Path.of(args[1])), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5],
                    numbers[6]);
        }
    }

    static void open(Crowd crowd, int people, int variants, int order, int part, int parts, int threads, int batch)
            throws InterruptedException, ExecutionException {
        List<FieldValues> records = records(people, variants);
        List<Integer> all = new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
        Collections.shuffle(all, new Random(order));
        crowd.open(records, IntStream.range(0, all.size()).filter(i -> i % parts == part).mapToObj(all::get).toList(),
                batch, threads);
    }

    /** The same ones in each order. */
    static List<FieldValues> records(int people, int variants) {
        return People.records(people, variants, 1);
    }

    static String url(Connection connection) throws SQLException {
        return connection.getMetaData().getURL();
    }
}
