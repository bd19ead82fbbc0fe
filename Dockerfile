# syntax=docker/dockerfile:1

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# The cache keeps the downloaded libraries from one build of the image to the next.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -DskipTests -pl everything-server -am package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin everything
WORKDIR /app
COPY --from=build /build/everything-server/target/everything-server.jar /build/config.yml ./
USER everything

# In a container loopback is the container itself. The admin port stays there on purpose: it has no authentication.
ENV PORT=3232 \
    HOST=0.0.0.0
EXPOSE 3232

# With bash alone, because the image need not have curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health HTTP/1.0\\r\\nHost: localhost:%s\\r\\n\\r\\n' $PORT >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]

# Exec form: the signal that stops the container reaches the server, which ends its streams properly.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "everything-server.jar"]
CMD ["server", "config.yml"]
