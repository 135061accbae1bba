package de.kimhub.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
