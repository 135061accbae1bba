package de.kimhub.intake;

import de.kimhub.message.TestOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The short numbers under which the database knows the instances; given once, never to another instance. */
@Component
public class InstanceNumbers {

    private final JdbcClient jdbc;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    InstanceNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every instance that there ever was. */
    public List<Integer> all() {
        return jdbc.sql("select no from hub.instance").query(Integer.class).list();
    }

    /** With whom nothing of this one may be brought together: the real ones of one in test, and the other way round. */
    public Set<Integer> apartFrom(int number) {
        Map<Integer, String> ids = new HashMap<>();
        jdbc.sql("select no, id from hub.instance").query((RowCallbackHandler) row -> ids.put(row.getInt(1), row.getString(2)));
        return ids.keySet().stream().filter(other -> TestOperation.apart(ids.get(other), ids.get(number)))
                .collect(Collectors.toSet());
    }

    public int of(String instanceId) {
        Integer known = numbers.get(instanceId);
        if (known != null) {
            return known;
        }
        jdbc.sql("insert into hub.instance (id) values (?) on conflict do nothing").param(instanceId).update();
        int number = jdbc.sql("select no from hub.instance where id = ?").param(instanceId)
                .query(Integer.class).single();
        numbers.put(instanceId, number);
        return number;
    }
}
