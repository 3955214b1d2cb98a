//! Names of Africa, Asia and the Americas.

super::origins! {
    SO 5 "so+ar sw" FatherAndGrandfather:
        "Cabdi, Maxamed, Xasan, Yuusuf, Cali, Cumar, Axmed, Ismaaciil, Warsame, Guuleed, Faarax";
        "Caasha, Faadumo, Xaliimo, Sahra".
    ER 4 "ti+ar am" Father:
        "Yohannes, Tesfay, Mehari, Kidane, Gebrehiwet, Berhane, Filmon, Tekle, Habtom, Ḥagos, Zär’ay";
        "Lettebrhan, Ṣegay, Mebrat, Selam";
        written "ዮሃንስ/ተስፋይ, ሰላም/ኪዳነ".
    ET 2 "am om ti+om" Father:
        "Abebe, Dawit, Getachew, Girma, Tolosa, Mulugeta, Yared, Ṭilahun";
        "Hirut, Ṣähay, Almaz".
    SD 2 "ar" FatherAndGrandfather:
        "ʿUthmān, al-Ṭayyib, ʿAbd al-Raḥmān, Mūsā, Ḥāmid, Isḥāq";
        "Fāṭima, Amīra".
    NG 4 "en yo ig ha+yo" Family:
        "Olúwaṣeun, Babátúndé, Adébáyọ̀, Chukwuemeka, Ọláyínká, Ifeanyị, Ikechukwu, Musa, Emeka";
        "Ngọzi, Fọláṣadé, Adaeze";
        "Adéwálé, Ọkọnkwọ, Okafor, Ògúnbánjọ, Nwachukwu, Ṣóyínká-Bello, Danjuma, Ẹkúndayọ̀".
    GH 1 "ak en+en" Family:
        "Kwame, Kofi, Kwabena, Yaw, Emmanuel, Kwadwo";
        "Akosua, Abena, Ama";
        "Mensah, Owusu, Asante, Boateng, Agyeman, Edusei".
    GM 1 "wo en+en" Family:
        "Lamin, Ousman, Ebrima, Modou, Buba";
        "Fatou, Isatou";
        "Jallow, Ceesay, Touray, N’Jie, Sanneh".
    SN 1 "wo fr+fr" Family:
        "Mamadou, Ousmane, Abdoulaye, Cheikh, Biram";
        "Aïssatou, Adja";
        "N’Diaye, Diop, Sène, Faye, Ndiaye-Guèye".
    CD 1 "ln fr sw+fr" Family:
        "Jean-Bosco, Dieudonné, Trésor, Espérant, Héritier";
        "Béatrice, Divine, Grâce";
        "Kabongo, Mutombo, Ilunga, Tshibangu, M’Bala, Ngoy".
    RW 1 "rw fr+sw" Family:
        "Jean de Dieu, Emmanuel, Innocent, Théogène";
        "Immaculée, Chantal";
        "Habimana, Nsengiyumva, Uwimana, Mukamana".
    KE 1 "sw en+en" Family:
        "Kamau, Otieno, Mwangi, Kiprop, Brian";
        "Wanjikũ, Akinyi";
        "Wairimũ, Ng’ang’a, Odhiambo, Kiplagat, Gĩthĩnji, Mũthoni".
    MA 4 "ar ar zgh+fr es" Family:
        "Youssef, Mohamed, Hicham, Rachid, Abdelilah, Saïd, Noureddine, Driss";
        "Naïma, Khadija, Aïcha";
        "El Idrissi, Benjelloun, Aït Benhaddou, Ouazzani, Naïmi, Bouzïd, El Fassi".
    DZ 2 "ar ar kab+fr" Family:
        "Abdelkader, Mouloud, Kamel, Réda, Aïssa, Yacine";
        "Nadia, Djamila, Zoulikha";
        "Benali, Boumédiène, Aït Ahmed, Mansouri, Ben Saïd, Mezïani".
    TN 1 "ar+fr it" Family:
        "Aymen, Slim, Bilel, Moncef, Tarek";
        "Olfa, Rym";
        "Ben Youssef, Trabelsi, Gharbi, M’Barek, Chaïeb".
    EG 1 "ar" Family:
        "Aḥmad, Maḥmūd, Muṣṭafā, Girgis, Karīm";
        "Nūr, Hālah";
        "ʿAbd al-ʿAzīz, al-Sayyid, Ḥasanayn, Ghālī, al-Qāḍī";
        written "أحمد/عبد العزيز".
    SY 4 "ar kmr+tr" Family:
        "Khālid, Muḥammad, Yāsīn, Usāma, Ṭāriq, Ḍiyāʾ, ʿUmar, Ġassān";
        "Rīm, Hudā, Ẓarīfa";
        "al-Ḥusaynī, al-Aṭrash, Ḥaddād, al-Ṣabbāġ, Qaṣṣāb, al-Ḫaṭīb, Šaʿbān";
        written "خالد/الحسيني, عمر/حداد".
    IQ 4 "ar ckb+ckb" Family:
        "Haydar, ʿAbbās, Karwan, Rêbaz, Muḥannad, Bestûn, Sîrwan";
        "Şîlan, Zaynab, Bêrîvan";
        "al-Jubūrī, al-Zubaydī, Barzanî, Hewramî, al-Dulaymī, Caf, Şêxanî";
        written "كاروان/بارزاني".
    IR 3 "fa ckb az+az" Family:
        "Rezā, Behrūz, Dāryūsh, Mohammad-Alī, Kāmrān, Sīyāvash";
        "Shīrīn, Pārisā";
        "Hoseynī, Ahmadī, Rezāyī, Kāzemzādeh, Ṭabāṭabāʾī, Jalālī-Nežād".
    AF 4 "prs ps uz+fa" Single:
        "Nūr Muḥammad, Ḥamīdullāh, Zalmay, Gul Agha, Ǧāwīd, Sāmīm";
        "Ẓarghūna, Farīda";
        "Aḥmadzay, Ḥaydarī, Nūrzay, Stānikzay, Qāderī".
    PK 2 "ur pa+pa" Family:
        "Muhammad Bilāl, Imrān, Ghulām Rasūl, Tāriq, Usmān";
        "Āsiya, Parvīn";
        "Chaudhry, Malik, Bhaṭṭī, Qureshī, Awān, Khān".
    LB 1 "ar+fr" Family:
        "Élie, Rami, Charbel, Ḥusayn";
        "Rana, Joëlle";
        "Khoury, Haddad, Frangié, Ṣafā, Geagea".
    PS 2 "ar+he" Family:
        "Maḥmūd, Sāmī, Iyād, Nāʾil";
        "Līnā, Suhā";
        "Abū ʿĪsā, al-Maṣrī, Ḥamdān, an-Naǧǧār, Abū Sharkh".
    IN 1 "hi pa+en" Family:
        "Gurpreet, Rāhul, Kṛṣṇa, Harjīt, Murugaṉ";
        "Lakṣmī, Sunītā";
        "Siṅgh, Sharmā, Paṭel, Iyer, Kaur-Gill".
    LK 2 "ta si+en" Family:
        "Sivakumāran, Nimal, Pirapāharaṉ, Chaminda, Rāghavan";
        "Meenā, Kumāri";
        "Thiruchelvam, Perera, de Silva, Selvarājah, Wickramasiṅghe".
    BD 1 "bn+hi" Family:
        "Md. Rafiqul, Shāhjāhān, Tanvīr, Kāmāl";
        "Nāsrīn, Rokeyā";
        "Islām, Hossain, Miāh, Chowdhury, Ahmed".
    VN 5 "vi" Family:
        "Văn Hùng, Đức Thắng, Quốc Việt, Minh Tuấn, Hữu Phước, Ngọc Sơn, Trọng Nghĩa, Bảo Quý, Tiến Dũng, Khắc Kỷ";
        "Thị Thảo, Thị Hồng Nhung, Mỹ Lệ";
        "Nguyễn, Trần, Lê, Phạm, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Huỳnh, Vũ, Mẫn".
    CN 2 "zh+zh" Family:
        "Wei, Jūn, Guóqiáng, Xiǎomíng, Lǜyáng, Zhìyuǎn";
        "Xiùyīng, Mèng, Lìhuá";
        "Li, Wáng, Zhāng, Lǚ, Ōuyáng, Chén, Xǔ";
        written "伟/李, 国强/欧阳".
    MN 1 "mn+ru" Father:
        "Batbayar, Gantulga, Mönkhbat, Enkhbold, Tömörbaatar";
        "Oyuunchimeg, Sarnai";
        "Dorj, Bat-Erdene, Gantömör, Sükhbaatar, Ochir".
    KZ 1 "kk ru+ru" Family:
        "Nūrlan, Äset, Däulet, Ğani, Oljas";
        "Äigül, Saule";
        "Äbdirov/Äbdirova, Nūrğaliev/Nūrğalieva, Öteğenov/Öteğenova, Jūmabaev/Jūmabaeva".
    UZ 1 "uz ru+ru tg" Family:
        "Ulugʻbek, Botir, Shuhrat, Doʻstmurod, Oʻtkir";
        "Gulnora, Moʻtabar";
        "Yoʻldoshev/Yoʻldosheva, Toʻraqulov/Toʻraqulova, Gʻaniyev/Gʻaniyeva, Karimov/Karimova".
    ID 2 "id jv+en" Single:
        "Suharjo, Budi, Wayan, Agus, Slamet, Bambang";
        "Sriyani, Dewi, Ketut";
        "Santoso, Wibowo, Hartono, Nasution".
    PH 2 "fil ceb+en" Family:
        "Rodrigo, Jun-Jun, Niño, Ramil, Efren, José Rizalino";
        "Maricel, Luz, Concepción";
        "Dela Cruz, Muñoz, Bautista, Peñaflor, Macaraeg, Santos".
    TH 1 "th" Family:
        "Somchai, Anuwat, Kittisak";
        "Ratana, Phōnthip";
        "Saetang, Wōngsuwan, Chaiyaphon, Phromsīdā";
        written "สมชาย/วงศ์สุวรรณ".
    BR 3 "pt+es" Two:
        "João Pedro, Antônio, Zé Carlos, Wanderléi, Fábio, Ubiratã";
        "Conceição, Luíza, Thaís";
        "da Silva, Gonçalves, Araújo, Conceição, dos Anjos, Guimarães, Brandão".
    CO 3 "es" Two:
        "Andrés, Jhon Jairo, Óscar, Yeison, Iván, Fabián";
        "Yenny, Ángela, Maribel";
        "Rodríguez, Quiñones, Ordóñez, Peñaranda, Mejía, Gutiérrez".
    DO 1 "es+en" Two:
        "Héctor, Wilkín, Yunior, Ramón, Moisés";
        "Yokasta, Altagracia";
        "Núñez, Báez, Peña, Ureña, de la Rosa, Polanco".
    PE 1 "es qu+qu" Two:
        "Wilmer, César, Inti, Ñaupari, Edwín";
        "Rosa Elvira, Úrsula";
        "Quispe, Mamani, Huamán, Ñahui, Chávez, Yupanqui".
    CU 1 "es+ru" Two:
        "Yoandry, Lázaro, Reinier, Osmaný";
        "Yaíma, Mislaidys";
        "Céspedes, Güira, Valdés, Ibáñez, Pérez".
    JM 1 "en" Family:
        "Delroy, Winston, Kemar, Andre";
        "Shanique, Marva";
        "Campbell, Brown-Lewis, McKenzie, Grant".
}
