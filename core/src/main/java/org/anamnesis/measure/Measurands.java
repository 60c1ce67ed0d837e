package org.anamnesis.measure;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All measurands that the program knows, by id. */
public final class Measurands {
    private final Map<String, Measurand> byId;

    private Measurands(Map<String, Measurand> byId) {
        this.byId = byId;
    }

    /** Those that ship; read once. */
    public static Measurands bundled() {
        return Bundled.ALL;
    }

    private static final class Bundled {
        static final Measurands ALL = load();
    }

    private static Measurands load() {
        try (InputStream in = Measurands.class.getResourceAsStream("measurands.json")) {
            Map<String, Measurand> all = new LinkedHashMap<>();
            for (Object item : JSON.std.listFrom(in)) {
                Measurand m = measurand((Map<?, ?>) item);
                all.put(m.id(), m);
            }
            return new Measurands(Collections.unmodifiableMap(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measurand measurand(Map<?, ?> m) {
        String unit = (String) m.get("unit");
        List<UnitConversion> conversions = new ArrayList<>();
        for (Object item : (List<?>) m.get("conversions")) {
            Map<?, ?> c = (Map<?, ?>) item;
            conversions.add(
                    new UnitConversion(
                            (String) c.get("unit"),
                            number(c.get("factor")),
                            number(c.get("offset")),
                            (String) c.get("source")));
        }
        return new Measurand(
                (String) m.get("id"),
                (String) m.get("name"),
                unit,
                (String) m.get("column"),
                ((Number) m.get("decimals")).intValue(),
                range(m.get("low"), m.get("high"), unit),
                (String) m.get("note"),
                range(m.get("min"), m.get("max"), unit),
                conversions);
    }

    private static Optional<QuantityRange> range(Object low, Object high, String unit) {
        return low == null || high == null
                ? Optional.empty()
                : Optional.of(new QuantityRange(number(low), number(high), unit));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    public Optional<Measurand> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * @throws IllegalArgumentException if there is none of this id
     */
    public Measurand get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no measurand " + id));
    }

    public Collection<Measurand> all() {
        return byId.values();
    }
}
