extension ExamplePlan {
  /// The same plan as it is written.
  static let written = """
    plan: vi-du-2026
    title: Tuyên truyền cải cách hành chính năm 2026 (số liệu minh họa)
    year: 2026
    from: 2026-02-01
    to: 2026-11-30
    successor: vi-du-2026-2
    revised: 2026-03-02
    documents:
    - number: 12/KH-UBND
      date: 2026-01-20
      issuer: UBND tỉnh
      subject: Kế hoạch tuyên truyền
    - number: 76/NQ-CP
      date: 2021-07-15
      role: basis
    units:
      dai-tinh:
        name: Đài Phát thanh và Truyền hình tỉnh
        level: province
      toa-soan:
        name: Báo tỉnh
        level: province
        plan: merged
      cap-huyen:
        name: UBND các huyện
        level: district
        valid:
          from: 2020-01-01
          to: 2027-06-30
          successor: cap-xa
        plan: standalone
      cap-xa:
        name: UBND các xã
        level: commune
        parent: cap-huyen
        plan: none
    outlets:
      truyen-hinh:
        name: Truyền hình tỉnh
        kind: television
        level: province
        owner: dai-tinh
        zone: Asia/Ho_Chi_Minh
        valid:
          from: 2000-01-01
          successor: bao
        grid:
        - id: toi-thu-nam
          rule: FREQ=WEEKLY;BYDAY=TH
          at: "20:15"
          length: 15m
        - id: xuan
          rule: FREQ=MONTHLY;BYDAY=-1SA
          at: "18:45"
          length: 15m
          to: 2026-06-30
          in-blackout: -7d
          inside: thu
        - id: thu
          rule: FREQ=DAILY
          except:
          - 2026-09-02
          at: "18:45"
          length: 90m
          from: 2026-07-01
          in-blackout: keep
        - id: khuya
          rule: FREQ=DAILY
          at: "24:00"
          length: 60m
          pieces: 3
          languages:
          - hmn
          - tai
          - ium
        - id: trong-thang
          every: month
          in-blackout: +7d
      bao:
        name: Báo tỉnh
        kind: newspaper
        zone: Asia/Bangkok
        grid:
        - id: so-bao
          dates:
          - 2026-03-08
          - 2026-05-17
          lasts: 2d
        deadlines:
          approval: 2d
          page-closing:
            before: 1d
            at: "16:00"
            remind: 0d
      trang-xa-hoi:
        name: Trang mạng xã hội
        kind: social-page
        zone: Asia/Bangkok
        day-starts: "05:00"
        per-day: 5
        minutes-per-day: 120m
        per-month:
          2: 20
          11: 60
        relays:
        - truyen-hinh
        was: trang-cu
    blackouts:
    - name: Tết Nguyên đán
      from: 2026-02-14
      to: 2026-02-20
    - name: Bảo trì
      from: 2026-04-01
      to: 2026-04-01
      outlets:
      - truyen-hinh
      - bao
      lines:
      - chuyen-muc
    topics:
      mot-cua: Cơ chế một cửa
      chi-so: 'Chỉ số: PAR INDEX, SIPAS'
    translators:
      to-mong:
        name: Tổ dịch tiếng Mông
        per-week: 6
        off:
        - from: 2026-07-01
          to: 2026-07-15
      to-thai:
        name: Lò Văn C
        per-week: 3
    lines:
    - id: chuyen-muc
      title: Chuyên mục “Cải cách hành chính”
      form: chuyên mục
      outlet: truyen-hinh
      also-on:
      - trang-xa-hoi
      quota: 23 kỳ
      basis: draft
      grid:
      - toi-thu-nam
      - xuan
      from: 2026-03-01
      to: 2026-10-31
      days:
      - TH
      - SA
      weights:
      - 1
      - 1
      - 1
      - 2
      - 0
      - 1
      - 1
      - 1
      - 1
      - 1
      - 1
      - 1
      peaks:
      - from: 2026-09-01
        to: 2026-09-07
        weight: 3
      - from: 2026-10-10
        to: 2026-10-10
        weight: 1000
      months:
        3: 1
        4: 2..4
        5: 0..3
        6: 2..
      per-day: 2
      gap: 3d
      prefer:
      - xuan
      - toi-thu-nam
      pins:
      - 2026-05-14
      - on: 2026-09-03
        grid: toi-thu-nam
      length: 12m
      repeats:
      - after: 3d
        within: 7d
        outlet: truyen-hinh
        grid:
        - thu
        works: 12
        times: 2
        into-next-year: 5d
      - after: 30d
      versions:
        into:
        - hmn
        - tai
        - ium
        after: 7d
        outlet: truyen-hinh
        grid:
        - khuya
        works: 12
        sent-to:
        - trang-xa-hoi
        together: true
        translator:
          hmn: to-mong
          tai: to-thai
      deadlines:
        translation:
          before: 5d
          remind: 3d
        recording: 2d
      level: province
      producer: dai-tinh
      lead: toa-soan
      support:
      - dai-tinh
      - cap-xa
      person: Nguyễn Văn A
      document: 12/KH-UBND
      row: "II.3"
      topics:
      - mot-cua
      - chi-so
      tone: balanced
      part-of: none
      note: |-
        Dòng một.

        Dòng hai: “có * và & trong khối”.
    - id: bao-chi
      title: Tin, bài, ảnh
      form: tin, bài, ảnh
      outlets:
      - bao
      - trang-xa-hoi
      quota: hơn 1.600 tin, bài, ảnh
      basis: result
      scheduled: false
    - id: bao-in
      title: Phóng sự trên báo
      form: phóng sự
      outlet: bao
      quota: 2 phóng sự
      weights:
      - 1
      - 1
      - 2
      - 1
      - 3
      - 1
      - 1
      - 1
      - 1
      - 1
      - 1
      - 1
      part-of: chuyen-muc
      counts:
      - count: minutes
        floor: 72
        ceiling: 90
        every: quarter
        runs: all
        languages:
        - vi
        - hmn
        outlets:
        - bao
      - title: Điểm giờ cao điểm
        count: points
        floor: 720
        every: any 6 weeks
        between: "18:00-23:00"
        trust: signed-sheet
        weight: 2 a minute
      - count: works
        floor: 1
        every: half
        carry-over: true
        exclude:
        - reason: Phát thử
          from: 2026-03-01
          to: 2026-03-31
          outlets:
          - bao
          editions:
          - 1
          - 2
      amended:
      - from: 2026-07-01
        quota: 4 phóng sự
      - from: 2026-09-01
        quota: 3 phóng sự
        document: 30/QĐ-UBND
      done: 90%
    - id: long-ghep
      title: Tiểu phẩm
      form: tiểu phẩm
      outlet: truyen-hinh
      language:
      - vi
      - hmn
      bilingual: true
      tone: critical
      embedded-in: chuyen-muc
      house-number: "TP-###"
      cost: 1.500.000 đồng
      parts: 2
      least-length: 5m
      was: tieu-pham
      aliases:
      - TP CCHC
      - Tiếng cười
    totals:
    - id: tong
      title: Toàn tỉnh
      lines:
      - chuyen-muc
      - bao-in
    counts:
    - title: Điểm cả hai
      count: points
      weight:
        bao-in: 1 a work
        chuyen-muc: 2 a minute
      lines:
      - chuyen-muc
      - bao-in
    score:
      version: Bảng thử
      max: "1,50"
      full-at: 100%
      partial-from: 80%
      partial: half
      below: "0,25"
    reporting:
      profile: SO_NOI_VU
      name: Kỳ báo cáo của tỉnh
      cut-off: 20
      parts:
      - "Q1"
      - "H1"
      - "04"
      - "year"
      stretches:
      - id: dot-1
        name: Đợt một
        from: 2026-03-01
        to: 2026-05-15
      due:
        H1:
          day: 31
          months-later: 1
        Q1: 25
        year:
          day: 15
          month: 1
          years-later: 1
      roll: next
      holidays:
      - 2026-03-25
      - 2026-04-30
      earlier:
        district: 3d
        commune: 5d
    matching:
      on-time: 10m
      moved-within: 3d
      partial-below: 80%
      title-alike: 90%
    remarks:
      results:
      - Hoàn thành kế hoạch.
      limitations:
      - Chưa phong phú.
      - Còn đơn điệu; chưa sâu.
      causes:
      - Nguồn lực.
      next:
      - Đổi mới.
    office:
      name: Sở Nội vụ
      above: UBND tỉnh
      place: Lai Châu
      signs:
      - KT. Giám đốc
      - Phó Giám đốc
      signer: Nguyễn Văn A
      recipients:
      - Bộ Nội vụ (để báo cáo)
      - 'Lưu: VT.'
    calendars:
      by:
      - line
      - topic
      link: https://lich.example.vn/luot/
      kept: 30d
      show-cancelled: true
      feeds:
      - id: mong
        title: Tiếng Mông trên truyền hình
        outlets:
        - truyen-hinh
        languages:
        - hmn
        - tai
        lines:
        - chuyen-muc
        topics:
        - mot-cua
        producers:
        - dai-tinh
        leads:
        - toa-soan
        persons:
        - Nguyễn Văn A
        translators:
        - to-mong
        tasks: both
        period:
          back: 30d
          ahead: 90d
      - id: bao
        outlets:
        - bao
        period: quarter

    """
}
