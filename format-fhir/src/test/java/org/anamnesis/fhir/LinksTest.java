package org.anamnesis.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.export.RecordCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids and references of all resources of a folder, in lines and in Bundles. */
class LinksTest {
    @TempDir private Path temp;

    private List<String> found(String name, String text) throws IOException {
        Files.writeString(temp.resolve(name), text);
        var links = new Links();
        List<String> all = new ArrayList<>();
        for (Path file : Resources.files(temp)) {
            Resources.read(
                    file,
                    new Resources.Taker() {
                        @Override
                        public void take(
                                com.fasterxml.jackson.databind.JsonNode resource, String fullUrl) {
                            links.take(resource, fullUrl);
                        }

                        @Override
                        public void unreadable(String where, String why) {
                            all.add(where + ": " + why.replaceAll(":.*", ""));
                        }
                    });
        }
        for (Finding f : links.findings()) {
            all.add("%s %d of %d %s".formatted(f.check(), f.failed(), f.of(), f.error()));
        }
        return all;
    }

    @Test
    void everyWayToRefer() throws IOException {
        assertEquals(
                List.of(),
                found(
                        "a.ndjson",
                        """
                        {"resourceType":"Observation","id":"o","subject":{"reference":"Patient/p"},"contained":[{"resourceType":"Device","id":"d"}],"device":{"reference":"#d"}}
                        {"resourceType":"Patient","id":"p","identifier":[{"system":"urn:x","value":"7"}]}
                        {"resourceType":"Condition","id":"c","subject":{"reference":"Patient?identifier=urn:x|7"},"asserter":{"reference":"Patient/p/_history/2"}}
                        """));
        assertEquals(
                List.of(),
                found(
                        "b.json",
                        """
                        {"resourceType":"Bundle","entry":[
                        {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Group","member":[{"entity":{"reference":"Patient/p"}}]}},
                        {"resource":{"resourceType":"List","id":"l","subject":{"reference":"urn:uuid:1"}}}]}
                        """));
    }

    @Test
    void whatIsAmissIsCounted() throws IOException {
        assertEquals(
                List.of(
                        "a.ndjson line 4: it is no JSON",
                        "a.ndjson line 5: it has no resourceType",
                        "id.repeated 1 of 3 true",
                        "reference.elsewhere 1 of 4 false",
                        "reference.unresolved 2 of 4 true"),
                found(
                        "a.ndjson",
                        """
                        {"resourceType":"Patient","id":"p"}
                        {"resourceType":"Patient","id":"p","link":[{"other":{"reference":"Patient/q"}},{"other":{"reference":"http://elsewhere/Patient/1"}}]}
                        {"resourceType":"Observation","id":"o","subject":{"reference":"Patient/p"},"device":{"reference":"#d"}}
                        {"resourceType":"Observation","id":
                        {"id":"x"}
                        """));
    }
}
