package io.everythingmcp.everything.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes sounds. */
final class ToneGenerator {
  private static final int RATE = 8000;
  private static final int HEADER = 44;

  private ToneGenerator() {}

  /** A sine tone as a WAV file: PCM, one channel, 8 bits, 8 kHz. */
  static byte[] sine(double hertz, int millis) {
    int samples = RATE * millis / 1000;
    ByteBuffer file = ByteBuffer.allocate(HEADER + samples).order(ByteOrder.LITTLE_ENDIAN);
    file.put(tag("RIFF")).putInt(HEADER - 8 + samples).put(tag("WAVE"));
    file.put(tag("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
    file.put(tag("data")).putInt(samples);
    for (int i = 0; i < samples; i++) {
      file.put((byte) (128 + 60 * StrictMath.sin(2 * Math.PI * hertz * i / RATE)));
    }
    return file.array();
  }

  private static byte[] tag(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
