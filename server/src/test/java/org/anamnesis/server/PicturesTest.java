package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of studies, with a program that draws none itself: who makes them is another module. */
class PicturesTest {
    private static final String DRAWN = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @TempDir private Path folder;

    /** All as usual, but there are ECGs, whatever was asked. */
    private static Anamnesis drawing() {
        Anamnesis usual = Anamnesis.bundled();
        return (Anamnesis)
                Proxy.newProxyInstance(
                        Anamnesis.class.getClassLoader(),
                        new Class<?>[] {Anamnesis.class},
                        (self, method, values) -> {
                            if (method.getName().equals("reading")) {
                                return self;
                            }
                            if (method.getName().equals("picture") && values[1].equals("ecg")) {
                                return new StudyPicture(
                                        "ecg",
                                        "image/svg+xml",
                                        DRAWN.getBytes(StandardCharsets.UTF_8),
                                        "Sinus rhythm.\nAxis < 0, QRS 98 ms");
                            }
                            try {
                                return method.invoke(usual, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Test
    void aPictureAndItsReportAreThereForThePageAndForPrograms() throws IOException {
        try (WebServer server =
                WebServer.start(
                        ServerSettings.local(folder, 0), drawing(), System::currentTimeMillis)) {
            var program = new Visitor(server.port());
            String api = "/api/v1/conversations";
            Object id =
                    JSON.std
                            .mapFrom(
                                    program.post(
                                                    api,
                                                    "application/json",
                                                    "{\"message\":\"20 adults\"}")
                                            .body())
                            .get("id");
            for (String root : new String[] {api + "/" + id, "/c/" + id}) {
                HttpResponse<String> picture = program.get(root + "/studies/ecg");
                assertEquals(200, picture.statusCode(), picture.body());
                assertEquals(
                        "image/svg+xml", picture.headers().firstValue("Content-Type").orElse(""));
                assertEquals(DRAWN, picture.body());
                HttpResponse<String> none = program.get(root + "/studies/ct");
                assertEquals(422, none.statusCode(), "nobody asked for a CT");
                assertTrue(none.body().contains("None of these are asked for"), none.body());
                assertEquals(404, program.get(root + "x/studies/ecg").statusCode());
            }
            Map<String, Object> report =
                    JSON.std.mapFrom(program.get(api + "/" + id + "/studies/ecg/reading").body());
            assertEquals("Sinus rhythm.\nAxis < 0, QRS 98 ms", report.get("reading"));
            String page = program.get("/c/" + id + "/studies/ecg/reading").body();
            assertTrue(page.contains("<p>Axis &lt; 0, QRS 98 ms</p>"), page);
            String document = program.get("/api/v1/openapi.json").body();
            assertTrue(document.contains("image/png") && document.contains("image/svg+xml"));
        }
    }
}
