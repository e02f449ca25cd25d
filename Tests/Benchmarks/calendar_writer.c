/* Writes the events of `lichsong calendars` with libical, one component at a time: what calendars.py compares with.

   calendar_writer EVENTS FILE

   The same texts in the same order as CalendarTrial's one outlet says them; only the folds are libical's own. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static icaltimetype time_at(int day, int minute) {
  icaltimetype first = icaltime_null_time();
  first.year = 2026;
  first.month = 1;
  first.day = 1;
  icaltime_adjust(&first, day, minute / 60, minute % 60, 0);
  return first;
}

static icalproperty *with_language(icalproperty *property, const char *language) {
  icalproperty_add_parameter(property, icalparameter_new_language(language));
  return property;
}

static icalproperty *extension(const char *name, const char *value) {
  icalproperty *property = icalproperty_new_x(value);
  icalproperty_set_x_name(property, name);
  return property;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  long events = atol(arguments[1]);
  FILE *file = fopen(arguments[2], "w");
  if (!file) return 74;
  fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//calendar_writer//EN\r\n", file);
  icaltimetype stamp = time_at(-1, 17 * 60);
  stamp.zone = icaltimezone_get_utc_timezone();
  char text[1024];
  for (long number = 0; number < events; number++) {
    int edition = (int)(number / 20 + 1), line = (int)(number % 20 + 1);
    int minute = (int)(number * 525600LL / events);
    icaltimetype start = time_at(minute / 1440, minute % 1440);
    icaltimetype end = start;
    icaltime_adjust(&end, 0, 0, 15, 0);
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    snprintf(text, sizeof text, "m.dong-%d.%d.vi@lichsong", line, edition);
    icalcomponent_add_property(event, icalproperty_new_uid(text));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
    icalcomponent_add_property(event, icalproperty_new_lastmodified(stamp));
    icalcomponent_add_property(event, icalproperty_new_sequence(0));
    icalproperty *property = icalproperty_new_dtstart(start);
    icalproperty_add_parameter(property, icalparameter_new_tzid("Asia/Ho_Chi_Minh"));
    icalcomponent_add_property(event, property);
    property = icalproperty_new_dtend(end);
    icalproperty_add_parameter(property, icalparameter_new_tzid("Asia/Ho_Chi_Minh"));
    icalcomponent_add_property(event, property);
    snprintf(text, sizeof text, "Bản tin – no. %d", edition);
    icalcomponent_add_property(event, with_language(icalproperty_new_summary(text), "en"));
    snprintf(text, sizeof text,
      "Form: tin\nNumber: %d\nRun: first run\nLanguage: Vietnamese\nProducer: Đài %d\nPlan: Năm 2026",
      edition, line % 3 + 1);
    icalcomponent_add_property(event, with_language(icalproperty_new_description(text), "en"));
    snprintf(text, sizeof text, "Kênh %d", line % 4 + 1);
    icalcomponent_add_property(event, icalproperty_new_location(text));
    icalcomponent_add_property(event, icalproperty_new_categories("television"));
    icalcomponent_add_property(event, icalproperty_new_color("royalblue"));
    icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_property(event, icalproperty_new_class(ICAL_CLASS_PUBLIC));
    snprintf(text, sizeof text, "dong-%d", line);
    icalcomponent_add_property(event, extension("X-LICHSONG-LINE", text));
    snprintf(text, sizeof text, "%d", edition);
    icalcomponent_add_property(event, extension("X-LICHSONG-EDITION", text));
    icalcomponent_add_property(event, with_language(extension("X-LICHSONG-LANGUAGE", "vi"), "vi"));
    icalcomponent_add_property(event, extension("X-LICHSONG-RUN", "first"));
    char *octets = icalcomponent_as_ical_string_r(event);
    if (!octets || fputs(octets, file) < 0) return 74;
    icalmemory_free_buffer(octets);
    icalcomponent_free(event);
  }
  fputs("END:VCALENDAR\r\n", file);
  return fclose(file) == 0 ? 0 : 74;
}
